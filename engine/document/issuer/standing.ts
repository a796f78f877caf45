import { DAY_MS, type Instant, later } from '../../time/instant.ts';
import type { Usable } from './certificate-chain.ts';
import { coveredUntil, usableAt } from './key-ring.ts';

/** Whether an issuer can sign, now and in the time that it takes to get a certificate. */
export type IssuerStanding =
  | { kind: 'holds'; until: Instant }
  /** `days` are whole ones, 0 on the last. */
  | { kind: 'ends-soon'; until: Instant; days: number }
  /** `from` is when the next key can be used, if there is one. */
  | { kind: 'cannot-sign'; from: Instant | null };

/** Certification authorities take weeks, and procurement takes longer. */
const SOON_DAYS = 60;

export function issuerStanding(keys: readonly Usable[], now: Instant): IssuerStanding {
  const until = coveredUntil(keys, now);
  if (until === undefined) {
    const [next] = keys
      .map(({ from }) => from)
      .filter((from) => from > now)
      .sort((a, b) => a - b);
    return { kind: 'cannot-sign', from: next ?? null };
  }
  const days = Math.floor((until - now) / DAY_MS);
  return days <= SOON_DAYS ? { kind: 'ends-soon', until, days } : { kind: 'holds', until };
}

/** A key whose copies, the longest that are made, are still valid when it is not. */
export interface OutlivedKey {
  /** When it ends, in so many whole days. */
  until: Instant;
  days: number;
  /** Since when copies outlive it. */
  from: Instant;
}

/** So that a new key is there before the first copy is made that needs it. */
const AHEAD_DAYS = 10;

/** How long before a key's end there is reason to warn of copies of up to `maxDays` that outlive it. */
export function outlivedDays(maxDays: number): number {
  return maxDays + AHEAD_DAYS;
}

/**
 * The key that signs now, when copies of `maxDays` outlive it, or will soon: without a time stamp, their signature
 * counts no longer than its certificates. Undefined also when another takes over before that matters.
 */
export function outlivedKey(keys: readonly Usable[], now: Instant, maxDays: number): OutlivedKey | undefined {
  const signing = usableAt(keys, now);
  if (!signing) return undefined;
  const { until } = signing;
  const days = Math.floor((until - now) / DAY_MS);
  if (days > outlivedDays(maxDays)) return undefined;
  // The first and the last day of a copy are both whole.
  const from = later(until, (1 - maxDays) * DAY_MS);
  const newer = keys.slice(0, keys.indexOf(signing));
  return newer.some((key) => key.from <= from && key.until > until) ? undefined : { until, days, from };
}
