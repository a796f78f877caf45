import type { Clock } from '../../engine/ports/clock.ts';
import { DAY_MS, HOUR_MS, type Instant, instant, later } from '../../engine/time/instant.ts';

/** Shows the same moment until it is told otherwise. */
export class FixedClock implements Clock {
  #now: Instant;

  /** `start` as ISO 8601 with an offset: `2026-11-20T09:00:00+08:00`. */
  constructor(start = '2026-11-20T09:00:00+08:00') {
    this.#now = at(start);
  }

  now(): Instant {
    return this.#now;
  }

  set(moment: string): void {
    this.#now = at(moment);
  }

  advance(by: { days?: number; hours?: number; ms?: number }): Instant {
    const { days = 0, hours = 0, ms = 0 } = by;
    this.#now = later(this.#now, days * DAY_MS + hours * HOUR_MS + ms);
    return this.#now;
  }
}

/** The instant of an ISO 8601 text that has an offset. */
export function at(iso: string): Instant {
  if (!/(?:Z|[+-]\d\d:\d\d)$/.test(iso)) throw new RangeError(`${iso} has no offset`);
  const epochMs = Date.parse(iso);
  if (Number.isNaN(epochMs)) throw new RangeError(`${iso} is no ISO 8601 date and time`);
  return instant(epochMs);
}
