const ASCII = 128;

/** A number for each character. Most are ASCII, for which an array is quicker than a map. */
export class CharacterTable {
  readonly #ascii: (number | undefined)[] = Array.from({ length: ASCII }, () => undefined);
  readonly #others = new Map<number, number>();

  set(codePoint: number, value: number): void {
    if (codePoint < ASCII) this.#ascii[codePoint] = value;
    else this.#others.set(codePoint, value);
  }

  get(codePoint: number): number | undefined {
    return codePoint < ASCII ? this.#ascii[codePoint] : this.#others.get(codePoint);
  }

  /** The numbers of a text's characters, as two bytes each in hex; 0 for a character that has none. */
  hex(text: string): string {
    if (scratch.length < 4 * text.length) scratch = Buffer.alloc(8 * text.length);
    let end = 0;
    for (const character of text) {
      const value = this.get(character.codePointAt(0) ?? 0) ?? 0;
      for (let shift = 12; shift >= 0; shift -= 4) {
        const digit = (value >> shift) & 15;
        scratch[end++] = digit + (digit < 10 ? ZERO : LETTERS);
      }
    }
    return scratch.toString('latin1', 0, end);
  }
}

const ZERO = 0x30;
/** Where `a` stands, less the ten digits before it. */
const LETTERS = 0x57;
// Digits go into bytes, because to join as many strings takes five times as long.
let scratch = Buffer.alloc(1024);
