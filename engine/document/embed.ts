import { SignatureFault } from './faults.ts';
import type { PreparedCopy } from './prepare.ts';

/**
 * The finished file: the bytes of `copy` themselves, with the signature in its place. Throws SignatureFault when there is
 * no room for it.
 */
export function embed(copy: PreparedCopy, cms: Uint8Array): Uint8Array {
  const [, gap, gapEnd] = copy.byteRange;
  const hex = Buffer.from(cms.buffer, cms.byteOffset, cms.length).toString('hex');
  if (hex.length > gapEnd - gap - 2) throw new SignatureFault('the signature is longer than its room');
  const bytes = Buffer.from(copy.bytes.buffer, copy.bytes.byteOffset, copy.bytes.length);
  bytes.write(hex, gap + 1, 'latin1');
  return bytes;
}
