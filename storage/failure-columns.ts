import type { FailureCount } from '../engine/linking/link.ts';
import type { Instant } from '../engine/time/instant.ts';

interface FailureColumns {
  failures: number;
  last_failure_at: Instant | null;
  locked_until: Instant | null;
}

/** Failed attempts as accounts and holders keep them; none when there is no such row. */
export function failureCount(row: FailureColumns | undefined): FailureCount {
  return {
    failures: row?.failures ?? 0,
    lastFailureAt: row?.last_failure_at ?? null,
    lockedUntil: row?.locked_until ?? null,
  };
}

export function failureColumns(count: FailureCount): FailureColumns {
  return { failures: count.failures, last_failure_at: count.lastFailureAt, locked_until: count.lockedUntil };
}
