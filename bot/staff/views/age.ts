import type { Language } from '../../../engine/ports/language.ts';
import { DAY_MS, HOUR_MS, type Instant, MINUTE_MS } from '../../../engine/time/instant.ts';
import { plain } from '../../telegram/text/locale.ts';

/** How long ago something was, in its largest whole unit, from a minute on: 12 分钟, 3 小时, 2 天. */
export function ageWords(language: Language, since: Instant, now: Instant): string {
  const ms = Math.max(MINUTE_MS, now - since);
  const words = (unit: string, length: number): string =>
    plain(language, 'staff-age', { unit, count: Math.floor(ms / length) });
  if (ms >= 2 * DAY_MS) return words('days', DAY_MS);
  return ms >= HOUR_MS ? words('hours', HOUR_MS) : words('minutes', MINUTE_MS);
}
