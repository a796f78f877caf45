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

/** Until when failures count against further attempts, locked or not; null when none do. */
export function countedUntil(count: FailureCount, now: Instant, { hours }: Pick<LockRule, 'hours'>): Instant | null {
  if (count.lockedUntil !== null) return lockOf(count, now);
  if (count.lastFailureAt === null) return null;
  const forgottenAt = later(count.lastFailureAt, hours * HOUR_MS);
  return forgottenAt > now ? forgottenAt : null;
}

/**
 * The count after one more failure. A lock is neither counted on nor made longer while it lasts, so that nobody can
 * be kept out for ever; after it, or as long after the last failure, counting begins anew.
 */
export function countFailure(count: FailureCount, now: Instant, rule: LockRule): FailureCount {
  if (lockOf(count, now) !== null) return count;
  const total = (countedUntil(count, now, rule) === null ? 0 : count.failures) + 1;
  const lockedUntil = total >= rule.failures ? later(now, rule.hours * HOUR_MS) : null;
  return { failures: total, lastFailureAt: now, lockedUntil };
}

/** Failures that are left before the lock. */
export function failuresLeft({ failures: counted }: FailureCount, { failures }: LockRule): number {
  return Math.max(0, failures - counted);
}
