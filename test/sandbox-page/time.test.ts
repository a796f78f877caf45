import { expect, test } from 'vitest';
import { dayLabel, dayOf, longDay, shortStamp, shortWhen, timeOf } from '../../bot/sandbox/page/core/time.js';

/** 2026-03-02 00:30 in Beijing, still 1 March in UTC. */
const NIGHT = Date.UTC(2026, 2, 1, 16, 30);
const DAY = 86_400_000;

test('days and times are those of Beijing, wherever the browser is', () => {
  expect(dayOf(NIGHT)).toBe('2026-03-02');
  expect(timeOf(NIGHT)).toBe('00:30');
});

test('a separator says today, yesterday, the day, or the day with its year', () => {
  expect(dayLabel('zh', NIGHT, NIGHT)).toBe('今天');
  expect(dayLabel('en', NIGHT - DAY, NIGHT)).toBe('Yesterday');
  expect(dayLabel('zh', NIGHT - 10 * DAY, NIGHT)).toBe('2月20日');
  expect(dayLabel('en', NIGHT - 90 * DAY, NIGHT)).toBe('2 December 2025');
});

test('a list of chats shows the time today and the day before that', () => {
  expect(shortWhen('zh', NIGHT, NIGHT)).toBe('00:30');
  expect(shortWhen('zh', NIGHT - DAY, NIGHT)).toBe('3月1日');
});

test('the clock shows the day in both languages', () => {
  expect(longDay('zh', NIGHT)).toBe('2026年3月2日星期一');
  expect(longDay('en', NIGHT)).toMatch(/^Monday,? 2 March 2026$/);
  expect(shortStamp('zh', NIGHT)).toBe('3月2日 00:30');
});
