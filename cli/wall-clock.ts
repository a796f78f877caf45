import { type Instant, Zone } from '../engine/time/instant.ts';

/** `2026-11-22 09:05 (Asia/Shanghai)`. */
export function wallClock(at: Instant, zone: string): string {
  const { date, hour, minute } = new Zone(zone).wallClock(at);
  return `${date} ${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')} (${zone})`;
}
