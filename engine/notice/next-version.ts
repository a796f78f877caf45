import { addDays, type CivilDate, parseCivilDate } from '../time/civil-date.ts';

/** A version orders as text: `YYYY-MM-DD`, or `YYYY-MM-DD.n` with one digit for a further one of that day. */
export function isNoticeVersion(text: string): boolean {
  const match = /^(\d{4}-\d{2}-\d{2})(?:\.\d)?$/.exec(text);
  return parseCivilDate(match?.[1] ?? '') !== undefined;
}

/** The version that a notice published today gets: today's day, unless one of today or later is there already. */
export function nextVersion(current: string | undefined, today: CivilDate): string {
  if (current === undefined || current < today) return today;
  const day = parseCivilDate(current.slice(0, 10)) ?? today;
  const count = Number(current.slice(11)) + 1;
  return count <= 9 ? `${day}.${count}` : addDays(day, 1);
}
