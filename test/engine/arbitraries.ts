import * as fc from 'fast-check';
import { addDays, type CivilDate, parseCivilDate } from '../../engine/time/civil-date.ts';

/** The civil date `text`; throws when there is none. */
export function day(text: string): CivilDate {
  const date = parseCivilDate(text);
  if (!date) throw new RangeError(`${text} is no civil date`);
  return date;
}

/** Days of the years in which anybody will use this. */
export function civilDates(): fc.Arbitrary<CivilDate> {
  return fc.integer({ min: 0, max: 40_000 }).map((days) => addDays(day('1990-01-01'), days));
}
