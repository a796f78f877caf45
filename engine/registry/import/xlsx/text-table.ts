import { UnreadableFile } from '../file/unreadable-file.ts';

const MOST_TEXTS = 4_000_000;
const MOST_BYTES = 64 * 2 ** 20;

/**
 * A list of texts, kept as bytes: a hundred thousand rows share some three hundred thousand texts, which as strings
 * take several times the memory, and longer still as pieces of the chunks that they were cut from.
 */
export class TextTable {
  #bytes: Buffer = Buffer.alloc(2 ** 16);
  #ends = new Uint32Array(2 ** 12);
  #count = 0;
  #used = 0;

  /** Throws UnreadableFile when it is too much. */
  add(text: string): void {
    const size = Buffer.byteLength(text);
    if (this.#count === MOST_TEXTS || this.#used + size > MOST_BYTES) throw new UnreadableFile({ kind: 'too-large' });
    this.#grow(size);
    this.#used += this.#bytes.write(text, this.#used);
    this.#ends[this.#count] = this.#used;
    this.#count += 1;
  }

  at(index: number): string | undefined {
    if (!(index >= 0 && index < this.#count)) return undefined;
    return this.#bytes.toString('utf8', index === 0 ? 0 : this.#ends[index - 1], this.#ends[index]);
  }

  #grow(size: number): void {
    if (this.#used + size > this.#bytes.length) {
      this.#bytes = Buffer.concat([this.#bytes], Math.max(this.#bytes.length * 2, this.#used + size));
    }
    if (this.#count === this.#ends.length) {
      const ends = new Uint32Array(this.#ends.length * 2);
      ends.set(this.#ends);
      this.#ends = ends;
    }
  }
}
