/** Bytes are not the DER that was expected. */
export class DerError extends Error {
  constructor(detail: string) {
    super(detail);
    this.name = 'DerError';
  }
}

/** One value: its tag, its whole encoding and its contents. */
export interface DerValue {
  tag: number;
  encoded: Uint8Array;
  contents: Uint8Array;
}

/**
 * Reads DER values one after another, trusting nothing: definite lengths in their shortest form, one-byte tags.
 * It never descends by itself, so that hostile nesting costs nothing. Throws DerError.
 */
export class DerReader {
  readonly #bytes: Uint8Array;
  #at = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  get done(): boolean {
    return this.#at >= this.#bytes.length;
  }

  /** The tag of the next value, or undefined at the end. */
  peek(): number | undefined {
    return this.#bytes[this.#at];
  }

  /** The next value, which must have `tag` when that is given. */
  next(tag?: number): DerValue {
    const start = this.#at;
    const found = this.#octet();
    if ((found & 0x1f) === 0x1f) throw new DerError('long tag');
    if (tag !== undefined && found !== tag) throw new DerError(`tag ${found} where ${tag} was expected`);
    const length = this.#length();
    const from = this.#at;
    if (length > this.#bytes.length - from) throw new DerError('value runs past the end');
    this.#at = from + length;
    return {
      tag: found,
      encoded: this.#bytes.subarray(start, this.#at),
      contents: this.#bytes.subarray(from, this.#at),
    };
  }

  /** A reader of the contents of the next value. */
  enter(tag: number): DerReader {
    return new DerReader(this.next(tag).contents);
  }

  /** Whatever is left, value by value. */
  rest(): DerValue[] {
    const values: DerValue[] = [];
    while (!this.done) values.push(this.next());
    return values;
  }

  /** The bytes that are left. */
  remaining(): Uint8Array {
    return this.#bytes.subarray(this.#at);
  }

  /** Throws unless everything was read. */
  end(): void {
    if (!this.done) throw new DerError('more than was expected');
  }

  #octet(): number {
    const octet = this.#bytes[this.#at];
    if (octet === undefined) throw new DerError('cut short');
    this.#at += 1;
    return octet;
  }

  #length(): number {
    const first = this.#octet();
    if (first < 0x80) return first;
    const count = first & 0x7f;
    if (count === 0 || count > 4) throw new DerError('indefinite or huge length');
    let length = 0;
    for (let i = 0; i < count; i += 1) length = length * 256 + this.#octet();
    const shortest = count === 1 ? length >= 0x80 : length >= 256 ** (count - 1);
    if (!shortest) throw new DerError('length not in its shortest form');
    return length;
  }
}
