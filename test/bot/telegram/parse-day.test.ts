import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseDay } from '../../../bot/telegram/text/parse-day.ts';
import { formatDate } from '../../../bot/telegram/text/dates.ts';
import { addDays, type CivilDate, civilDate, parseCivilDate, yearMonthDay } from '../../../engine/time/civil-date.ts';

const day = (text: string): CivilDate => {
  const parsed = parseCivilDate(text);
  if (!parsed) throw new Error(text);
  return parsed;
};
const TODAY = day('2025-11-22');

test.each([
  '2026-02-19',
  '2026/2/19',
  '2026.02.19',
  '2026年2月19日',
  '2026 年 2 月 19 日',
  '２０２６年２月１９号',
  '20260219',
  '2月19日',
  '2月19',
  '19 Feb 2026',
  '19 February 2026',
  '19th of February, 2026',
  'Feb 19, 2026',
  'february 19 2026',
  '19 feb',
  'Feb. 19',
  '  2026-02-19 ',
])('%s is 19 February 2026', (typed) => {
  expect(parseDay(typed, TODAY)).toBe('2026-02-19');
});

test.each([
  ['今天', '2025-11-22'],
  ['明天', '2025-11-23'],
  ['Today', '2025-11-22'],
  [' tomorrow ', '2025-11-23'],
])('%s is %s', (typed, expected) => {
  expect(parseDay(typed, TODAY)).toBe(expected);
});

test.each(['', '昨天', '90', '2026-02-30', '2026-13-01', '3/4/2026', '19-02-2026', '31 Feb 2026', '19 Ma 2026', '2月'])(
  '“%s” is no day, or could be two',
  (typed) => {
    expect(parseDay(typed, TODAY)).toBeUndefined();
  },
);

test('without a year it is the next such day, today included', () => {
  expect(parseDay('11月22日', TODAY)).toBe('2025-11-22');
  expect(parseDay('11月21日', TODAY)).toBe('2026-11-21');
  expect(parseDay('Sept 1', TODAY)).toBe('2026-09-01');
});

const days = fc.integer({ min: 0, max: 40_000 }).map((offset) => addDays(day('1990-01-01'), offset));

test('every day is read back as the bot writes it, in both languages', () => {
  fc.assert(
    fc.property(days, days, (date, today) => {
      expect(parseDay(formatDate('zh-CN', date), today)).toBe(date);
      expect(parseDay(formatDate('en', date), today)).toBe(date);
      expect(parseDay(date, today)).toBe(date);
      expect(parseDay(date.replaceAll('-', ''), today)).toBe(date);
    }),
  );
});

test('a day without a year is never in the past, nor more than a year ahead', () => {
  fc.assert(
    fc.property(days, fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }), (today, month, dayOfMonth) => {
      const read = parseDay(`${month}月${dayOfMonth}日`, today);
      const { year } = yearMonthDay(today);
      expect(read && read >= today).toBe(true);
      expect([civilDate(year, month, dayOfMonth), civilDate(year + 1, month, dayOfMonth)]).toContain(read);
    }),
  );
});

test('nothing that is typed makes it throw', () => {
  const typed = fc.string({ unit: 'grapheme', maxLength: 30 });
  const read = (text: string) => void parseDay(text, TODAY);
  expect(() => fc.assert(fc.property(typed, read))).not.toThrow();
});
