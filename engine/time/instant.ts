import { addDays, type CivilDate, civilDate, yearMonthDay } from './civil-date.ts';

/** A moment, as milliseconds since 1970-01-01T00:00:00Z. */
export type Instant = number & { readonly __instant: true };

const SECOND_MS = 1000;
export const MINUTE_MS = 60_000;
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

/** Looking one up takes some 20 µs, a hundred times as long as knowing it. */
const MOST_OFFSETS = 4096;

/** The authority's zone: which day and hour it is there at a moment, and when its days begin. */
export class Zone {
  readonly name: string;
  readonly #format: Intl.DateTimeFormat;
  /** How far the wall clock is ahead of UTC at the beginnings of hours and minutes. */
  readonly #offsets = new Map<number, number>();

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
    const wall = new Date(at + this.offset(at));
    const date = civilDate(wall.getUTCFullYear(), wall.getUTCMonth() + 1, wall.getUTCDate());
    if (!date) throw new RangeError(`no civil date for instant ${at}`);
    return { date, hour: wall.getUTCHours(), minute: wall.getUTCMinutes(), second: wall.getUTCSeconds() };
  }

  dateOf(at: Instant): CivilDate {
    return this.wallClock(at).date;
  }

  /** The first instant at which the wall clock shows `hour`:00 of `date`, or something later where that is skipped. */
  at(date: CivilDate, hour = 0): Instant {
    const { year, month, day } = yearMonthDay(date);
    const wanted = Date.UTC(year, month - 1, day, hour);
    // Where clocks are set back the hour comes twice; the larger offset is the one before.
    const offsets = [this.offset(wanted - DAY_MS), this.offset(wanted + DAY_MS)].sort((a, b) => b - a);
    const exact = offsets.find((offset) => this.offset(wanted - offset) === offset);
    return exact === undefined ? this.#afterGap(wanted) : instant(wanted - exact);
  }

  /** The first instant after `date` is over. */
  endOf(date: CivilDate): Instant {
    return this.at(addDays(date, 1));
  }

  /** Where clocks are set forward past `wanted`: the instant at which they are. */
  #afterGap(wanted: number): Instant {
    let before = wanted - DAY_MS;
    let after = wanted + DAY_MS;
    while (after - before > 1) {
      const middle = Math.floor((before + after) / 2);
      if (middle + this.offset(middle) < wanted) before = middle;
      else after = middle;
    }
    return instant(after);
  }

  /** How far the wall clock is ahead of UTC at a time since the epoch, both in milliseconds. */
  offset(epochMs: number): number {
    const hour = Math.floor(epochMs / HOUR_MS) * HOUR_MS;
    const before = this.#knownOffset(hour);
    // Clocks are set once in an hour at most, and then where a minute begins.
    if (this.#knownOffset(hour + HOUR_MS) === before) return before;
    return this.#knownOffset(Math.floor(epochMs / MINUTE_MS) * MINUTE_MS);
  }

  #knownOffset(epochMs: number): number {
    const known = this.#offsets.get(epochMs);
    if (known !== undefined) return known;
    if (this.#offsets.size >= MOST_OFFSETS) this.#offsets.clear();
    const offset = this.#offsetAt(epochMs);
    this.#offsets.set(epochMs, offset);
    return offset;
  }

  #offsetAt(epochMs: number): number {
    const parts = new Map(this.#format.formatToParts(epochMs).map((part) => [part.type, Number(part.value)]));
    const read = (type: Intl.DateTimeFormatPartTypes): number => parts.get(type) ?? Number.NaN;
    const day = Date.UTC(read('year'), read('month') - 1, read('day'));
    return day + read('hour') * HOUR_MS + read('minute') * MINUTE_MS + read('second') * SECOND_MS - epochMs;
  }
}
