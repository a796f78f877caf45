import { never } from '../result.ts';
import { type CivilDate, daysBetween } from '../time/civil-date.ts';
import type { Endorsement } from './endorsement.ts';

/** What an endorsement is worth today, for its holder and for whoever checks it. */
export type Standing = 'generating' | 'valid' | 'expired' | 'failed' | 'revoked';

/** Judged by date as well: a validity is over at midnight, not when something gets round to noting it. */
export function standingOf(endorsement: Pick<Endorsement, 'status' | 'lastDay'>, today: CivilDate): Standing {
  switch (endorsement.status) {
    case 'requested':
    case 'generating':
      return 'generating';
    case 'valid':
      return endorsement.lastDay >= today ? 'valid' : 'expired';
    case 'expired':
    case 'failed':
    case 'revoked':
      return endorsement.status;
    default:
      return never(endorsement.status);
  }
}

/** Days that the endorsement still covers, today included; 0 when it is over or never came to be. */
export function daysLeft(endorsement: Pick<Endorsement, 'status' | 'lastDay'>, today: CivilDate): number {
  const standing = standingOf(endorsement, today);
  if (standing !== 'valid' && standing !== 'generating') return 0;
  return Math.max(0, daysBetween(today, endorsement.lastDay) + 1);
}
