import { normalizeText } from '../../../engine/registry/normalize.ts';
import { addDays, type CivilDate, civilDate, yearMonthDay } from '../../../engine/time/civil-date.ts';

const YEAR_FIRST = /^(\d{4})\s*(?:[-/.]|年)\s*(\d{1,2})\s*(?:[-/.]|月)\s*(\d{1,2})\s*[日号]?$/u;
const COMPACT = /^(\d{4})(\d{2})(\d{2})$/;
const MONTH_FIRST = /^(\d{1,2})\s*月\s*(\d{1,2})\s*[日号]?$/u;
const ENGLISH_DAY_FIRST = /^(\d{1,2})(?:st|nd|rd|th)?\s+(?:of\s+)?([a-z]{3,9})\.?,?(?:\s+(\d{4}))?$/i;
const ENGLISH_MONTH_FIRST = /^([a-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?(?:\s+(\d{4}))?$/i;
const DAYS_FROM_TODAY = new Map([
  ['今天', 0],
  ['today', 0],
  ['明天', 1],
  ['tomorrow', 1],
]);
const MONTHS = 'january february march april may june july august september october november december'.split(' ');

/**
 * The day that somebody typed: 2026-02-19, 2026/2/19, 2026年2月19日, 20260219, 19 Feb 2026, Feb 19, 2026; without
 * a year (2月19日, 19 Feb) the next such day, today included; 今天, tomorrow. Undefined when it is none, or could be two:
 * 3/4/2026 is March here and April there.
 */
export function parseDay(text: string, today: CivilDate): CivilDate | undefined {
  const clean = normalizeText(text);
  const full = YEAR_FIRST.exec(clean) ?? COMPACT.exec(clean);
  if (full) return civilDate(Number(full[1]), Number(full[2]), Number(full[3]));
  const away = DAYS_FROM_TODAY.get(clean.toLowerCase());
  if (away !== undefined) return addDays(today, away);
  const short = MONTH_FIRST.exec(clean);
  if (short) return nextDay(Number(short[1]), Number(short[2]), today);
  return english(clean, today);
}

function english(text: string, today: CivilDate): CivilDate | undefined {
  const dayFirst = ENGLISH_DAY_FIRST.exec(text);
  if (dayFirst) return named(dayFirst[2], dayFirst[1], dayFirst[3], today);
  const monthFirst = ENGLISH_MONTH_FIRST.exec(text);
  return monthFirst ? named(monthFirst[1], monthFirst[2], monthFirst[3], today) : undefined;
}

function named(name = '', day = '', year: string | undefined, today: CivilDate): CivilDate | undefined {
  const month = MONTHS.findIndex((month) => month.startsWith(name.toLowerCase())) + 1;
  if (month === 0) return undefined;
  return year === undefined ? nextDay(month, Number(day), today) : civilDate(Number(year), month, Number(day));
}

function nextDay(month: number, day: number, today: CivilDate): CivilDate | undefined {
  const { year } = yearMonthDay(today);
  const thisYear = civilDate(year, month, day);
  return thisYear !== undefined && thisYear >= today ? thisYear : civilDate(year + 1, month, day);
}
