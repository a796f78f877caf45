import { isPlain } from './text.ts';

const FIRST_CAPACITY = 1 << 15;
/** Up to here a loop is quicker than a call. */
const LOOP_LENGTH = 32;
const ZERO = 0x30;

/**
 * A piece of a file: a text whose characters are all below 256, or bytes. What stays the same from copy to copy should be
 * bytes, because a text is gone through character by character.
 */
export type Piece = string | Uint8Array;

/**
 * Writes content that differs in each copy, in memory that is used again and again: strings that are joined of hundreds of
 * little ones take several times as long, most of it when they go into the file.
 */
export class ByteWriter {
  #bytes = Buffer.allocUnsafeSlow(FIRST_CAPACITY);
  #view = new DataView(this.#bytes.buffer);
  #end = 0;

  /** Starts anew. */
  clear(): void {
    this.#end = 0;
  }

  /** How many bytes were written since `clear`. */
  get length(): number {
    return this.#end;
  }

  /** What was written since `clear`: the memory itself, which whatever is written next may change. */
  get written(): Uint8Array {
    return this.#bytes.subarray(0, this.#end);
  }

  piece(piece: Piece): void {
    if (typeof piece === 'string') this.text(piece);
    else this.bytes(piece);
  }

  text(text: string): void {
    this.#reserve(text.length);
    this.#put(text, this.#end);
    this.#end += text.length;
  }

  utf8(text: string): void {
    if (isPlain(text)) this.text(text);
    else this.bytes(Buffer.from(text));
  }

  /** Writes over what stands at `at`, as long as the text is. Throws RangeError where nothing was written yet. */
  over(at: number, text: string): void {
    if (at + text.length > this.#end) throw new RangeError('there is nothing to write over');
    this.#put(text, at);
  }

  bytes(bytes: Uint8Array): void {
    this.#reserve(bytes.length);
    this.#bytes.set(bytes, this.#end);
    this.#end += bytes.length;
  }

  /** Four characters for each index from `from` to before `to`, which `packed` answers for them. */
  fours(characters: Int32Array, indexes: Uint16Array, from: number, to: number): void {
    this.#reserve(4 * (to - from));
    const view = this.#view;
    let end = this.#end;
    for (let at = from; at < to; at += 1, end += 4) view.setInt32(end, characters[indexes[at] ?? 0] ?? 0);
    this.#end = end;
  }

  /** A whole number, not negative, with zeros ahead up to so many digits. */
  whole(value: number, digits = 1): void {
    let count = 1;
    for (let limit = 10; limit <= value; limit *= 10) count += 1;
    this.#reserve(Math.max(count, digits));
    const end = this.#end + Math.max(count, digits);
    for (let at = end - 1, rest = value; at >= this.#end; at -= 1) {
      const tenth = Math.trunc(rest / 10);
      this.#bytes[at] = ZERO + rest - 10 * tenth;
      rest = tenth;
    }
    this.#end = end;
  }

  #put(text: string, from: number): void {
    const { length } = text;
    if (length > LOOP_LENGTH) this.#bytes.write(text, from, 'latin1');
    else for (let at = 0; at < length; at += 1) this.#bytes[from + at] = text.charCodeAt(at);
  }

  #reserve(length: number): void {
    if (this.#end + length <= this.#bytes.length) return;
    const more = Buffer.allocUnsafeSlow(2 * (this.#end + length));
    more.set(this.#bytes);
    this.#bytes = more;
    this.#view = new DataView(more.buffer);
  }
}

/** Four characters of ASCII as one number. */
export function packed(text: string): number {
  return Buffer.from(text, 'latin1').readInt32BE();
}

/** A text whose characters are all below 256 as the bytes that it stands for. */
export function latin1(text: string): Uint8Array {
  return Buffer.from(text, 'latin1');
}

/** Writes a text with these values in it. */
export type Form = (writer: ByteWriter, ...values: readonly string[]) => void;

/**
 * A text with values in it, in UTF-8: each number in `text` stands for the value at that place among those that it is
 * written with. What stands between them is turned into bytes once.
 */
export function form(text: TemplateStringsArray, ...places: readonly number[]): Form {
  const [start = '', ...others] = text.map((part) => Buffer.from(part));
  return (writer, ...values) => {
    writer.piece(start);
    for (let index = 0; index < others.length; index += 1) {
      writer.utf8(values[places[index] ?? 0] ?? '');
      writer.piece(others[index] ?? '');
    }
  };
}
