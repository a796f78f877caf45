import type { Language } from '../../../engine/ports/language.ts';
import type { YearMonth } from '../../../engine/registry/holder.ts';
import { type CivilDate, yearMonthDay } from '../../../engine/time/civil-date.ts';
import type { Instant, Zone } from '../../../engine/time/instant.ts';

const ENGLISH_MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
);

/** 2026年2月19日, 19 February 2026. */
export function formatDate(language: Language, date: CivilDate): string {
  const { year, month, day } = yearMonthDay(date);
  return language === 'zh-CN' ? `${year}年${month}月${day}日` : `${day} ${englishMonth(month)} ${year}`;
}

/** 2026年2月, February 2026. */
export function formatMonth(language: Language, yearMonth: YearMonth): string {
  const [year = 0, month = 0] = yearMonth.split('-').map(Number);
  return language === 'zh-CN' ? `${year}年${month}月` : `${englishMonth(month)} ${year}`;
}

/** 2026年2月19日 09:05, 19 February 2026, 09:05: the wall clock of `zone`. */
export function formatMoment(language: Language, at: Instant, zone: Zone): string {
  const wall = zone.wallClock(at);
  const time = `${String(wall.hour).padStart(2, '0')}:${String(wall.minute).padStart(2, '0')}`;
  const date = formatDate(language, wall.date);
  return language === 'zh-CN' ? `${date} ${time}` : `${date}, ${time}`;
}

function englishMonth(month: number): string {
  return ENGLISH_MONTHS[month - 1] ?? '';
}
