import { SignatureFault } from './faults.ts';
import type { PreparedCopy } from './prepare.ts';

/** The two digits of each byte, as one number. */
const DIGITS = Uint16Array.from({ length: 256 }, (_, byte) =>
  Buffer.from(Buffer.of(byte).toString('hex')).readUInt16BE(),
);

/**
 * The finished file: the bytes of `copy` themselves, with the signature in its place. Throws SignatureFault when there is
 * no room for it.
 */
export function embed(copy: PreparedCopy, cms: Uint8Array): Uint8Array {
  const [, gap, gapEnd] = copy.byteRange;
  if (2 * cms.length > gapEnd - gap - 2) throw new SignatureFault('the signature is longer than its room');
  const { bytes } = copy;
  const room = new DataView(bytes.buffer, bytes.byteOffset + gap + 1, 2 * cms.length);
  for (let at = 0; at < cms.length; at += 1) room.setUint16(2 * at, DIGITS[cms[at] ?? 0] ?? 0);
  return bytes;
}
