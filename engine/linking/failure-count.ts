import { HOUR_MS, type Instant, later } from '../time/instant.ts';
import type { FailureCount } from './link.ts';

export const NO_FAILURES: FailureCount = { failures: 0, lastFailureAt: null, lockedUntil: null };

export interface LockRule {
  /** The failure that locks. */
  failures: number;
  hours: number;
}

/** Until when a count locks at `now`; null when it doesn't. */
export function lockOf({ lockedUntil }: FailureCount, now: Instant): Instant | null {
  return lockedUntil !== null && lockedUntil > now ? lockedUntil : null;
}

/**
 * The count after one more failure. A lock is neither counted on nor made longer while it lasts, so that nobody can
 * be kept out for ever; after it, or as long after the last failure, counting begins anew.
 */
export function countFailure(count: FailureCount, now: Instant, { failures, hours }: LockRule): FailureCount {
  if (lockOf(count, now) !== null) return count;
  const lockMs = hours * HOUR_MS;
  const forgotten =
    count.lockedUntil !== null || (count.lastFailureAt !== null && later(count.lastFailureAt, lockMs) <= now);
  const total = (forgotten ? 0 : count.failures) + 1;
  return { failures: total, lastFailureAt: now, lockedUntil: total >= failures ? later(now, lockMs) : null };
}

/** Failures that are left before the lock. */
export function failuresLeft({ failures: counted }: FailureCount, { failures }: LockRule): number {
  return Math.max(0, failures - counted);
}
