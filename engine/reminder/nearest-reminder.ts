import type { Endorsement } from '../endorsement/endorsement.ts';
import type { Policy } from '../policy/policy.ts';
import { addDays, type CivilDate } from '../time/civil-date.ts';
import type { Instant, Zone } from '../time/instant.ts';

/**
 * Which of the reminders `daysBefore` the last day is to be said on `today`: the nearest to the end of those
 * whose day has come, so that one that was missed is made up for and several that were missed are one. None when
 * the endorsement is not valid, and none for a distance whose day is not after the day it was asked for.
 */
export function nearestReminder(
  { status, askedOn, lastDay }: Pick<Endorsement, 'status' | 'askedOn' | 'lastDay'>,
  daysBefore: readonly number[],
  today: CivilDate,
): number | undefined {
  if (status !== 'valid' || lastDay < today) return undefined;
  const come = daysBefore.filter((days) => {
    const day = addDays(lastDay, -days);
    return day > askedOn && day <= today;
  });
  return come.length > 0 ? Math.min(...come) : undefined;
}

/** The first instant, `now` or later, at which the zone's clock allows reminders. */
export function allowedFrom(
  { fromHour, untilHour }: Pick<Policy['reminder'], 'fromHour' | 'untilHour'>,
  zone: Zone,
  now: Instant,
): Instant {
  const { date, hour } = zone.wallClock(now);
  if (hour < fromHour) return zone.at(date, fromHour);
  return hour < untilHour ? now : zone.at(addDays(date, 1), fromHour);
}
