import { DAY_MS, type Instant } from '../../time/instant.ts';
import type { Usable } from './certificate-chain.ts';
import { coveredUntil } from './key-ring.ts';

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
