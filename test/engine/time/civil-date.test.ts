import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  type CivilDate,
  civilDate,
  daysBetween,
  parseCivilDate,
  yearMonthDay,
} from '../../../engine/time/civil-date.ts';
import { civilDates, day } from '../arbitraries.ts';

describe('civil dates', () => {
  it.each(['2024-02-29', '2000-02-29', '1900-01-01', '9999-12-31', '2026-11-20'])('reads %s', (text) => {
    expect(parseCivilDate(text)).toBe(text);
  });

  it.each([
    '2023-02-29',
    '1900-02-29',
    '2026-13-01',
    '2026-00-10',
    '2026-04-31',
    '1899-12-31',
    '2026-1-1',
    '20261120',
    ' 2026-11-20',
    '2026-11-20T00:00',
  ])('refuses %s', (text) => {
    expect(parseCivilDate(text)).toBeUndefined();
  });

  it('refuses fractions of years, months and days', () => {
    expect(civilDate(2026, 1.5, 1)).toBeUndefined();
    expect(civilDate(2026, 1, 1.5)).toBeUndefined();
    expect(civilDate(2026.5, 1, 1)).toBeUndefined();
    expect(civilDate(Number.NaN, 1, 1)).toBeUndefined();
    expect(civilDate(2026, Number.POSITIVE_INFINITY, 1)).toBeUndefined();
  });

  it('exists exactly when the calendar has it', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1900, max: 9999 }),
        fc.integer({ min: 0, max: 13 }),
        fc.integer({ min: 0, max: 32 }),
        (year, month, day) => {
          expect(civilDate(year, month, day) !== undefined).toBe(day >= 1 && day <= daysInMonth(year, month));
        },
      ),
    );
  });

  it('ends with the year 9999', () => {
    expect(() => addDays(day('9999-12-31'), 1)).toThrow(RangeError);
    expect(() => addDays(day('1900-01-01'), -1)).toThrow(RangeError);
  });

  it('counts days one by one', () => {
    fc.assert(
      fc.property(civilDates(), fc.integer({ min: 0, max: 400 }), (from, days) => {
        let walked = from;
        for (let step = 0; step < days; step += 1) walked = nextDay(walked);
        expect(addDays(from, days)).toBe(walked);
        expect(addDays(walked, -days)).toBe(from);
        expect(daysBetween(from, walked)).toBe(days);
        expect(daysBetween(walked, from)).toBe(days === 0 ? 0 : -days);
      }),
      { numRuns: 60 },
    );
  });

  it('orders as text as it does by days', () => {
    fc.assert(
      fc.property(civilDates(), civilDates(), (one, other) => {
        expect(one < other).toBe(daysBetween(one, other) > 0);
      }),
    );
  });
});

function daysInMonth(year: number, month: number): number {
  if (month < 1 || month > 12) return 0;
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0;
}

function nextDay(date: CivilDate): CivilDate {
  const { year, month, day } = yearMonthDay(date);
  const next = civilDate(year, month, day + 1) ?? civilDate(year, month + 1, 1) ?? civilDate(year + 1, 1, 1);
  if (!next) throw new RangeError(`no day after ${date}`);
  return next;
}
