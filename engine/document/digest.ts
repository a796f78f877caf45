import { createHash, type Hash } from 'node:crypto';

import type { PreparedCopy } from './prepare.ts';

/**
 * SHA-256 of what the signature covers. `begun` is a hash that has taken in the first `begunBytes` of the file: those
 * of the base, most of it, which need no second reading for each copy.
 */
export function digest(copy: PreparedCopy, begun: Hash = createHash('sha256'), begunBytes = 0): Uint8Array {
  const [, firstLength, secondStart, secondLength] = copy.byteRange;
  return begun
    .copy()
    .update(copy.bytes.subarray(begunBytes, firstLength))
    .update(copy.bytes.subarray(secondStart, secondStart + secondLength))
    .digest();
}
