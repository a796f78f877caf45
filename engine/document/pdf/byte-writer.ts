import type { ByteText } from './update.ts';

const FIRST_CAPACITY = 1 << 15;
/** Up to here a loop is quicker than a call. */
const LOOP_LENGTH = 16;

/**
 * Writes content that differs in each copy, in memory that is used again and again: strings that are joined of hundreds of
 * little ones take several times as long, most of it when they go into the file.
 */
export class ByteWriter {
  #bytes = Buffer.allocUnsafe(FIRST_CAPACITY);
  #end = 0;

  /** Starts anew. */
  clear(): void {
    this.#end = 0;
  }

  text(text: ByteText): void {
    const { length } = text;
    this.#reserve(length);
    if (length > LOOP_LENGTH) this.#bytes.write(text, this.#end, 'latin1');
    else for (let at = 0; at < length; at += 1) this.#bytes[this.#end + at] = text.charCodeAt(at);
    this.#end += length;
  }

  bytes(bytes: Uint8Array): void {
    this.#reserve(bytes.length);
    this.#bytes.set(bytes, this.#end);
    this.#end += bytes.length;
  }

  /** Four characters, as `packed` answers them. */
  four(characters: number): void {
    this.#reserve(4);
    const bytes = this.#bytes;
    const end = this.#end;
    bytes[end] = characters >>> 24;
    bytes[end + 1] = characters >>> 16;
    bytes[end + 2] = characters >>> 8;
    bytes[end + 3] = characters;
    this.#end = end + 4;
  }

  /** What was written since `clear`. */
  toText(): ByteText {
    return this.#bytes.toString('latin1', 0, this.#end);
  }

  #reserve(length: number): void {
    if (this.#end + length <= this.#bytes.length) return;
    const more = Buffer.allocUnsafe(2 * (this.#end + length));
    more.set(this.#bytes);
    this.#bytes = more;
  }
}

/** Four characters of ASCII as one number. */
export function packed(text: string): number {
  return Buffer.from(text, 'latin1').readInt32BE();
}
