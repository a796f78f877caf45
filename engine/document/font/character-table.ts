import { packed } from '../pdf/byte-writer.ts';

/** How one character is set. */
export interface SetCharacter {
  face: number;
  /** In thousandths of the font size. */
  advance: number;
  /** Its glyph code as four hex digits. */
  code: string;
}

const ASCII = 128;
const NO_FACE = 0xffff;

/**
 * How characters are set, in as little memory as it takes and in one place: a base's tables have long left the processor's
 * caches when its next copy is made, and to fetch them takes longer than to read them. What is known of a character
 * stands in its slot of each array.
 */
export class CharacterTable {
  readonly faces: Uint16Array;
  /** In thousandths of the font size. */
  readonly advances: Float64Array;
  /** Glyph codes, as `packed` answers them. */
  readonly codes: Int32Array;
  /** Code points from 128 on, in order. Their slots come after those of ASCII. */
  readonly #others: Uint32Array;

  /** By code point. */
  constructor(characters: ReadonlyMap<number, SetCharacter>) {
    const others = [...characters.keys()].filter((code) => code >= ASCII);
    this.#others = Uint32Array.from(others).sort();
    this.faces = new Uint16Array(ASCII + others.length).fill(NO_FACE);
    this.advances = new Float64Array(ASCII + others.length);
    this.codes = new Int32Array(ASCII + others.length);
    for (const [character, { advance, code, face }] of characters) {
      const slot = this.#place(character);
      this.faces[slot] = face;
      this.advances[slot] = advance;
      this.codes[slot] = packed(code);
    }
  }

  /** The slot of a character; -1 when there is no such one. */
  slotOf(codePoint: number): number {
    const slot = this.#place(codePoint);
    return slot >= 0 && this.faces[slot] !== NO_FACE ? slot : -1;
  }

  #place(codePoint: number): number {
    if (codePoint < ASCII) return codePoint;
    let low = 0;
    let high = this.#others.length - 1;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#others[middle] ?? 0) < codePoint) low = middle + 1;
      else high = middle;
    }
    return this.#others[low] === codePoint ? ASCII + low : -1;
  }
}
