import { normalizeText } from '../../../../engine/registry/normalize.ts';
import { type Instant, later, MINUTE_MS, type Zone } from '../../../../engine/time/instant.ts';
import { parseDay } from '../../../telegram/text/parse-day.ts';

const DAY_AND_TIME = /^(.*?)[,，]?\s*(\d{1,2})\s*[:：点时]\s*(\d{2})?\s*分?$/u;

/** The moment that somebody typed, `2026-11-25 09:00` or a day as `parseDay` takes it with a time; undefined when it is none. */
export function parseTime(text: string, zone: Zone, now: Instant): Instant | undefined {
  const [, day = '', hour = '', minute = '0'] = DAY_AND_TIME.exec(normalizeText(text)) ?? [];
  const date = parseDay(day, zone.dateOf(now));
  if (date === undefined || hour === '' || Number(hour) > 23 || Number(minute) > 59) return undefined;
  return later(zone.at(date, Number(hour)), Number(minute) * MINUTE_MS);
}
