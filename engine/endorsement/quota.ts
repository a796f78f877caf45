import type { Policy } from '../policy/policy.ts';
import type { EndorsementStore } from '../ports/stores/endorsement-stores.ts';
import { never } from '../result.ts';
import { addDays, type CivilDate } from '../time/civil-date.ts';
import type { Endorsement } from './endorsement.ts';

export interface QuotaState {
  /** Slots taken today; above `limit` only when the policy was tightened meanwhile. */
  used: number;
  limit: number;
  left: number;
  /**
   * When `left` is 0, the first day on which a request would be accepted if nothing is revoked or fails
   * until then and what is being generated comes out well; otherwise null.
   */
  nextFreeOn: CivilDate | null;
}

/** What the quota looks at. */
export type Asked = Pick<Endorsement, 'askedOn' | 'lastDay' | 'status' | 'generatedAt'>;

/** Rule 2 for one certificate: the slots that its `history` takes on `today`. `quota.limit` is at least 1. */
export function judgeQuota(history: readonly Asked[], today: CivilDate, quota: Policy['quota']): QuotaState {
  const since = windowStart(today, quota.windowDays);
  // Nothing is asked for tomorrow; should the clock have been set back, what was must still count.
  const taking = history.filter((asked) => asked.askedOn >= since && takesSlot(asked, today, quota.counts));
  const used = taking.length;
  const left = Math.max(0, quota.limit - used);
  if (left > 0) return { used, limit: quota.limit, left, nextFreeOn: null };
  const releases = taking.map((asked) => releaseDay(asked, today, quota)).sort();
  return { used, limit: quota.limit, left, nextFreeOn: releases[used - quota.limit] ?? null };
}

/** The state of a certificate's quota, as the transaction sees it. */
export async function quotaOf(
  endorsements: EndorsementStore,
  quota: Policy['quota'],
  certificateId: string,
  today: CivilDate,
): Promise<QuotaState> {
  const since = windowStart(today, quota.windowDays);
  return judgeQuota(await endorsements.ofCertificateSince(certificateId, since), today, quota);
}

/** The first of the `windowDays` days that end today. */
function windowStart(today: CivilDate, windowDays: number): CivilDate {
  return addDays(today, 1 - windowDays);
}

/**
 * Under `active`, one counts while it is being generated or valid; a valid one whose last day is past is over
 * even before anything marked it expired. Under `granted`, one that became valid counts whatever came of it
 * later, revocation included, and so does one on its way there. One that failed, or was revoked before its
 * copy existed, was never granted.
 */
function takesSlot(asked: Asked, today: CivilDate, counts: Policy['quota']['counts']): boolean {
  switch (asked.status) {
    case 'requested':
    case 'generating':
      return true;
    case 'valid':
      return counts === 'granted' || asked.lastDay >= today;
    case 'expired':
      return counts === 'granted';
    case 'revoked':
      return counts === 'granted' && asked.generatedAt !== null;
    case 'failed':
      return false;
    default:
      return never(asked.status);
  }
}

/** The first day after today on which this one takes no slot any more. */
function releaseDay(asked: Asked, today: CivilDate, quota: Policy['quota']): CivilDate {
  const leavesWindow = addDays(asked.askedOn, quota.windowDays);
  if (quota.counts === 'granted') return leavesWindow;
  const over = addDays(asked.lastDay, 1);
  const released = over < leavesWindow ? over : leavesWindow;
  // One still being generated after its last day counts today, and fails as too late at its next attempt.
  const tomorrow = addDays(today, 1);
  return released < tomorrow ? tomorrow : released;
}
