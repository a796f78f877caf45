import { createHash, type Hash } from 'node:crypto';

import type { PreparedCopy } from './prepare.ts';

/** A hash begun with the first bytes of a file, and how many those were. */
export interface BegunHash {
  hash: Hash;
  bytes: number;
}

/**
 * SHA-256 begun with everything ahead of the signature's string: what the digest that is signed and the finished
 * file's own begin with, and most of both. `begun` is as much of it as many copies share, which nobody reads again.
 */
export function hashAhead(copy: PreparedCopy, begun: BegunHash = { hash: createHash('sha256'), bytes: 0 }): BegunHash {
  const [, bytes] = copy.byteRange;
  return { hash: begun.hash.copy().update(copy.bytes.subarray(begun.bytes, bytes)), bytes };
}

/** SHA-256 of what the signature covers. `ahead` is as `hashAhead` answers it. */
export function digest(copy: PreparedCopy, ahead: BegunHash = hashAhead(copy)): Uint8Array {
  const [, , start, length] = copy.byteRange;
  return ahead.hash
    .copy()
    .update(copy.bytes.subarray(start, start + length))
    .digest();
}

/** SHA-256 of a whole file, in hex. `ahead` can't be used afterwards. */
export function fileHash(file: Uint8Array, ahead: BegunHash): string {
  return ahead.hash.update(file.subarray(ahead.bytes)).digest('hex');
}
