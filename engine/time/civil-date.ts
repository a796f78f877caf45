/** A day in a calendar, `YYYY-MM-DD`, with no time and no zone. Compares rightly as text. */
export type CivilDate = string & { readonly __civilDate: true };

const PATTERN = /^(\d{4})-(\d{2})-(\d{2})$/;
const DAY_MS = 86_400_000;
// Nobody alive was born before, and two-digit years stay out.
const FIRST_YEAR = 1900;

/** The civil date written as `YYYY-MM-DD`, or undefined when there is no such day. */
export function parseCivilDate(text: string): CivilDate | undefined {
  const match = PATTERN.exec(text);
  if (!match) return undefined;
  return civilDate(Number(match[1]), Number(match[2]), Number(match[3]));
}

/** The civil date of a year, month (1–12) and day, or undefined when there is no such day. */
export function civilDate(year: number, month: number, day: number): CivilDate | undefined {
  if (!(year >= FIRST_YEAR && year <= 9999 && month >= 1 && month <= 12 && day >= 1 && day <= 31)) return undefined;
  const text = format(Date.UTC(year, month - 1, day));
  const wanted = `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`;
  return text === wanted ? text : undefined;
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
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
  return { year, month, day };
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

function pad(value: number, width: number): string {
  return String(value).padStart(width, '0');
}
