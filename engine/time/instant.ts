import { addDays, type CivilDate, civilDate, yearMonthDay } from './civil-date.ts';

/** A moment, as milliseconds since 1970-01-01T00:00:00Z. */
export type Instant = number & { readonly __instant: true };

export const HOUR_MS = 3_600_000;
export const DAY_MS = 24 * HOUR_MS;

export function instant(epochMs: number): Instant {
  return epochMs as Instant;
}

export function later(from: Instant, ms: number): Instant {
  return instant(from + ms);
}

/** A civil date and wall-clock time in a zone. */
export interface WallClock {
  date: CivilDate;
  hour: number;
  minute: number;
  second: number;
}

/** The authority's zone: which day and hour it is there at a moment, and when its days begin. */
export class Zone {
  readonly name: string;
  readonly #format: Intl.DateTimeFormat;

  /** Throws RangeError when `name` is not an IANA zone. */
  constructor(name: string) {
    this.name = name;
    this.#format = new Intl.DateTimeFormat('en-US', {
      timeZone: name,
      calendar: 'gregory',
      numberingSystem: 'latn',
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
    });
  }

  wallClock(at: Instant): WallClock {
    const parts = new Map(this.#format.formatToParts(at).map((part) => [part.type, Number(part.value)]));
    const read = (type: Intl.DateTimeFormatPartTypes): number => parts.get(type) ?? Number.NaN;
    const date = civilDate(read('year'), read('month'), read('day'));
    if (!date) throw new RangeError(`no civil date for instant ${at}`);
    return { date, hour: read('hour'), minute: read('minute'), second: read('second') };
  }

  dateOf(at: Instant): CivilDate {
    return this.wallClock(at).date;
  }

  /** The first instant at which the wall clock of `date` shows `hour`:00 or later. */
  at(date: CivilDate, hour = 0): Instant {
    const { year, month, day } = yearMonthDay(date);
    const guess = Date.UTC(year, month - 1, day, hour);
    // The offset at the guess is right but around a change of the clocks; a second look settles that.
    const first = guess - this.#offset(guess);
    const second = guess - this.#offset(first);
    return instant(this.#offset(second) === guess - second ? second : Math.max(first, second));
  }

  /** The first instant after `date` is over. */
  endOf(date: CivilDate): Instant {
    return this.at(addDays(date, 1));
  }

  #offset(epochMs: number): number {
    const wall = this.wallClock(instant(epochMs));
    const { year, month, day } = yearMonthDay(wall.date);
    const asUtc = Date.UTC(year, month - 1, day, wall.hour, wall.minute, wall.second);
    return asUtc - Math.floor(epochMs / 1000) * 1000;
  }
}
