import type { Policy } from '../policy/policy.ts';
import { done, refused, type Result } from '../result.ts';
import { addDays, type CivilDate, daysBetween } from '../time/civil-date.ts';

/** Whole civil days, first and last included. */
export interface Validity {
  firstDay: CivilDate;
  lastDay: CivilDate;
  days: number;
}

/** What the holder chose: a number of days, or the last day. */
export type ValidityChoice = { days: number } | { lastDay: CivilDate };

export type ValidityRefusal =
  | { kind: 'too-long'; maxDays: number; lastPossible: CivilDate }
  | { kind: 'too-short'; earliest: CivilDate };

/** Rule 1: N days asked for on day D cover D … D+N−1. Throws RangeError unless `days` is whole. */
export function validityOfDays(
  askedOn: CivilDate,
  days: number,
  { maxDays }: Policy['validity'],
): Result<Validity, ValidityRefusal> {
  if (!Number.isInteger(days)) throw new RangeError(`a validity of ${days} days`);
  if (days < 1) return refused({ kind: 'too-short', earliest: askedOn });
  if (days > maxDays) return refused({ kind: 'too-long', maxDays, lastPossible: lastPossibleDay(askedOn, maxDays) });
  return done({ firstDay: askedOn, lastDay: addDays(askedOn, days - 1), days });
}

/** The validity that begins on the day it is asked for and has this last day. */
export function validityUntil(
  askedOn: CivilDate,
  lastDay: CivilDate,
  validity: Policy['validity'],
): Result<Validity, ValidityRefusal> {
  return validityOfDays(askedOn, daysBetween(askedOn, lastDay) + 1, validity);
}

export function validityOf(
  askedOn: CivilDate,
  choice: ValidityChoice,
  validity: Policy['validity'],
): Result<Validity, ValidityRefusal> {
  return 'days' in choice
    ? validityOfDays(askedOn, choice.days, validity)
    : validityUntil(askedOn, choice.lastDay, validity);
}

/** The last day of the longest validity that can be asked for on `askedOn`. */
export function lastPossibleDay(askedOn: CivilDate, maxDays: number): CivilDate {
  return addDays(askedOn, maxDays - 1);
}
