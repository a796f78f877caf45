import { encode } from 'uqr';

/** A QR code without its quiet zone. */
export interface QrModules {
  /** Modules along a side. */
  size: number;
  /** The dark ones, row after row from the top left: the first 32 in the first word, the very first in its lowest bit. */
  bits: Uint32Array;
}

// Any mask is readable. Trying all eight for the handsomest takes longer than the rest of the copy but its signature.
const MASK = 2;
const BYTES = 256;
const LAST_OF_ASCII = 0x7f;
/** In characters. Addresses are no longer. */
const SHORT_TEXT = 256;
/** Texts are the same address with codes of the same length, for as long as settings stay as they are. */
const KEPT_FAMILIES = 4;
/** 16 characters of 32 kinds, and as many again. */
const MOST_PATTERNS = 1024;

/**
 * What is known of all texts of one length: the code of one of them, and how others differ from it. Error correction is
 * linear over GF(2), and so is placing and masking modules up to a constant (ISO/IEC 18004, 7.5 to 7.8): a byte turns
 * the same modules whatever the others are. So the code of one text is that of another with a pattern laid over it for
 * each byte that differs.
 */
class Family {
  readonly #text: Uint8Array;
  readonly #code: QrModules;
  /** What was asked for last. */
  readonly #asked: QrModules;
  /** One after another, as few as there are: so they stay in the processor's caches. */
  #patterns: Uint32Array;
  /** By place in the text and byte: which of them it is, from 1 on. */
  readonly #numbers: Uint16Array;
  #known = 0;

  constructor(text: Uint8Array) {
    this.#text = Uint8Array.from(text);
    this.#code = encoded(text);
    this.#asked = { size: this.#code.size, bits: this.#code.bits.slice() };
    this.#patterns = new Uint32Array(32 * this.#code.bits.length);
    this.#numbers = new Uint16Array(text.length * BYTES);
  }

  codeOf(text: Uint8Array): QrModules {
    const { bits } = this.#asked;
    bits.set(this.#code.bits);
    for (let at = 0; at < text.length; at += 1) {
      const byte = text[at] ?? 0;
      if (byte === this.#text[at]) continue;
      const number = this.#numbers[at * BYTES + byte] || this.#learn(at, byte);
      const patterns = this.#patterns;
      const from = (number - 1) * bits.length;
      for (let word = 0; word < bits.length; word += 1) bits[word] = (bits[word] ?? 0) ^ (patterns[from + word] ?? 0);
    }
    return this.#asked;
  }

  #learn(at: number, byte: number): number {
    const other = Uint8Array.from(this.#text);
    other[at] = byte;
    const pattern = encoded(other).bits.map((word, place) => word ^ (this.#code.bits[place] ?? 0));
    if (this.#known === MOST_PATTERNS) this.#forget();
    const end = this.#known * pattern.length;
    if (end === this.#patterns.length) this.#grow();
    this.#patterns.set(pattern, end);
    this.#known += 1;
    this.#numbers[at * BYTES + byte] = this.#known;
    return this.#known;
  }

  #forget(): void {
    this.#known = 0;
    this.#numbers.fill(0);
  }

  #grow(): void {
    const more = new Uint32Array(2 * this.#patterns.length);
    more.set(this.#patterns);
    this.#patterns = more;
  }
}

const families = new Map<number, Family>();

/** The QR code of a text, with error correction M. The same object each time for texts of one length. */
export function qrModules(text: string): QrModules {
  const bytes = bytesOf(text);
  let family = families.get(bytes.length);
  if (!family) {
    if (families.size >= KEPT_FAMILIES) families.clear();
    family = new Family(bytes);
    families.set(bytes.length, family);
  }
  return family.codeOf(bytes);
}

const scratch = new Uint8Array(SHORT_TEXT);

/** A text in UTF-8, which the next text may be written over. To leave short ones to Buffer takes longer. */
function bytesOf(text: string): Uint8Array {
  if (text.length > scratch.length) return Buffer.from(text);
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code > LAST_OF_ASCII) return Buffer.from(text);
    scratch[at] = code;
  }
  return scratch.subarray(0, text.length);
}

// As bytes always: a mode that is chosen by the characters would change more than their modules.
function encoded(text: Uint8Array): QrModules {
  const { data, size } = encode([...text], { ecc: 'M', boostEcc: false, maskPattern: MASK, border: 0 });
  const bits = new Uint32Array(Math.ceil(size ** 2 / 32));
  for (const [index, dark] of data.flat().entries()) {
    if (dark) bits[index >>> 5] = (bits[index >>> 5] ?? 0) | (1 << (index & 31));
  }
  return { size, bits };
}
