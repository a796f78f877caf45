import { createHash } from 'node:crypto';
import type { Random } from '../../engine/ports/random.ts';

/** The same bytes for the same seed: SHA-256 of the seed and a counter, end to end. */
export function seededRandom(seed: string | number = 'jiazhu'): Random {
  let block = 0;
  let rest = new Uint8Array(0);
  const refill = (): void => {
    rest = new Uint8Array(createHash('sha256').update(`${seed}/${block}`).digest());
    block += 1;
  };
  return {
    bytes(length) {
      const result = new Uint8Array(length);
      let filled = 0;
      while (filled < length) {
        if (rest.length === 0) refill();
        const part = rest.subarray(0, length - filled);
        result.set(part, filled);
        rest = rest.subarray(part.length);
        filled += part.length;
      }
      return result;
    },
  };
}
