import { addDays, type CivilDate, civilDate } from '../../../time/civil-date.ts';

/** Which day a workbook counts its days from. */
export type DateSystem = 1900 | 1904;

const SECONDS = 24 * 60 * 60;
// 9999-12-31.
const LAST: Record<DateSystem, number> = { 1900: 2_958_465, 1904: 2_957_003 };

/**
 * The day that a serial number stands for, `YYYY-MM-DD`, followed by the time of day if there is one (ECMA-376 part 1,
 * 18.17.4.1). Undefined for what no spreadsheet would show as a day: less than nought, after 9999, and day 60 of the
 * 1900 system, the 29th of February 1900 that never was.
 */
export function serialDate(serial: number, system: DateSystem): string | undefined {
  // Times are kept as fractions of a day, which are off by a little.
  const seconds = Math.round((serial % 1) * SECONDS);
  const day = Math.floor(serial) + Math.floor(seconds / SECONDS);
  const date = dayOf(day, system);
  if (!date || seconds % SECONDS === 0) return date;
  const two = (value: number): string => String(Math.floor(value)).padStart(2, '0');
  return `${date} ${two(seconds / 3600)}:${two((seconds / 60) % 60)}:${two(seconds % 60)}`;
}

function dayOf(day: number, system: DateSystem): CivilDate | undefined {
  if (!(day >= 0 && day <= LAST[system])) return undefined;
  if (system === 1904) return after(1904, day);
  if (day === 0 || day === 60) return undefined;
  return after(1900, day < 60 ? day - 1 : day - 2);
}

function after(year: number, days: number): CivilDate | undefined {
  const first = civilDate(year, 1, 1);
  return first && addDays(first, days);
}
