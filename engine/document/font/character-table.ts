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
}
