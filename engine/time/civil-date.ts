/** A day in a calendar, `YYYY-MM-DD`, with no time and no zone. Compares rightly as text. */
export type CivilDate = string & { readonly __civilDate: true };

const PATTERN = /^(\d{4})-(\d{2})-(\d{2})$/;
const DAY_MS = 86_400_000;
// Nobody alive was born before, and two-digit years stay out.
const FIRST_YEAR = 1900;
const LAST_YEAR = 9999;

/** The civil date written as `YYYY-MM-DD`, or undefined when there is no such day. */
export function parseCivilDate(text: string): CivilDate | undefined {
  const match = PATTERN.exec(text);
  if (!match) return undefined;
  return civilDate(Number(match[1]), Number(match[2]), Number(match[3]));
}

/** The civil date of a year, month (1–12) and day, or undefined when there is no such day. */
export function civilDate(year: number, month: number, day: number): CivilDate | undefined {
  const whole = Number.isInteger(year) && Number.isInteger(month) && Number.isInteger(day);
  if (!whole || year < FIRST_YEAR || year > LAST_YEAR || month < 1 || month > 12) return undefined;
  if (day < 1 || day > daysOf(year, month)) return undefined;
  return `${year}-${pad(month)}-${pad(day)}` as CivilDate;
}

/** `date` moved by whole days; negative goes back. Throws RangeError past the years 1900 to 9999. */
export function addDays(date: CivilDate, days: number): CivilDate {
  return format(utc(date) + days * DAY_MS);
}

/** How many days lie from `from` to `to`; 0 on the same day, negative when `to` is earlier. */
export function daysBetween(from: CivilDate, to: CivilDate): number {
  return Math.round((utc(to) - utc(from)) / DAY_MS);
}

export function yearMonthDay(date: CivilDate): { year: number; month: number; day: number } {
  return { year: Number(date.slice(0, 4)), month: Number(date.slice(5, 7)), day: Number(date.slice(8)) };
}

function daysOf(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

// Arithmetic goes through UTC, where every day has 24 hours.
function utc(date: CivilDate): number {
  const { year, month, day } = yearMonthDay(date);
  return Date.UTC(year, month - 1, day);
}

function format(epochMs: number): CivilDate {
  const text = new Date(epochMs).toISOString();
  // Years past 9999 and before 0 are written with a sign.
  if (!PATTERN.test(text.slice(0, 10)) || Number(text.slice(0, 4)) < FIRST_YEAR) {
    throw new RangeError(`${text} is past the civil dates`);
  }
  return text.slice(0, 10) as CivilDate;
}

function pad(value: number): string {
  return value < 10 ? `0${value}` : String(value);
}
