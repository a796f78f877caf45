import { encode } from 'uqr';

/** A QR code without its quiet zone. */
export interface QrModules {
  /** Modules along a side. */
  size: number;
  wordsPerRow: number;
  /** The dark ones as bits, from the top left: the first module of a row in the lowest bit of a word of its own. */
  rows: Uint32Array;
}

/** What is known of all texts of one length: the code of one of them, and how others differ from it. */
interface Family {
  text: Uint8Array;
  code: QrModules;
  /** By place and byte: the modules that turn when it stands there. */
  turned: Map<number, Uint32Array>;
}

// Any mask is readable. Trying all eight for the handsomest takes longer than the rest of the copy but its signature.
const MASK = 2;
const WORD = 32;
/** Texts are the same address with codes of the same length, for as long as settings stay as they are. */
const KEPT_FAMILIES = 4;

const families = new Map<number, Family>();

/**
 * The QR code of a text, with error correction M. Error correction is linear over GF(2), and so is placing and masking
 * modules up to a constant (ISO/IEC 18004, 7.5 to 7.8): a byte turns the same modules whatever the others are. So the
 * code of one text is that of another with a pattern laid over it for each byte that differs.
 */
export function qrModules(text: string): QrModules {
  const bytes = Buffer.from(text);
  const { code, text: known, turned } = familyOf(bytes);
  const rows = code.rows.slice();
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at] ?? 0;
    if (byte === known[at]) continue;
    const pattern = turned.get(at * 256 + byte) ?? learn({ code, text: known, turned }, at, byte);
    for (let word = 0; word < rows.length; word += 1) rows[word] = (rows[word] ?? 0) ^ (pattern[word] ?? 0);
  }
  return { ...code, rows };
}

function familyOf(text: Uint8Array): Family {
  const known = families.get(text.length);
  if (known) return known;
  if (families.size >= KEPT_FAMILIES) families.clear();
  const family = { text, code: encoded(text), turned: new Map<number, Uint32Array>() };
  families.set(text.length, family);
  return family;
}

function learn({ code, text, turned }: Family, at: number, byte: number): Uint32Array {
  const other = Uint8Array.from(text);
  other[at] = byte;
  const pattern = encoded(other).rows.map((word, index) => word ^ (code.rows[index] ?? 0));
  turned.set(at * 256 + byte, pattern);
  return pattern;
}

// As bytes always: a mode that is chosen by the characters would change more than their modules.
function encoded(text: Uint8Array): QrModules {
  const { data, size } = encode([...text], { ecc: 'M', boostEcc: false, maskPattern: MASK, border: 0 });
  const wordsPerRow = Math.ceil(size / WORD);
  const rows = new Uint32Array(size * wordsPerRow);
  for (const [y, row] of data.entries()) {
    for (const [x, dark] of row.entries()) {
      const word = y * wordsPerRow + (x >>> 5);
      if (dark) rows[word] = (rows[word] ?? 0) | (1 << (x & 31));
    }
  }
  return { size, wordsPerRow, rows };
}
