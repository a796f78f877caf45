import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, type CivilDate, daysBetween } from '../../../engine/time/civil-date.ts';
import { HOUR_MS, instant, type Instant, later, Zone } from '../../../engine/time/instant.ts';
import { at } from '../../fakes/fixed-clock.ts';
import { day } from '../arbitraries.ts';

const NAMES = [
  'Asia/Shanghai',
  'UTC',
  'America/New_York',
  'America/St_Johns',
  'America/Sao_Paulo',
  'Africa/Cairo',
  'Africa/Casablanca',
  'Asia/Beirut',
  'Asia/Kathmandu',
  'Australia/Lord_Howe',
  'Europe/Dublin',
  'Pacific/Apia',
  'Pacific/Chatham',
  'Pacific/Kiritimati',
  'America/Scoresbysund',
] as const;
const ZONES = NAMES.map((name) => new Zone(name));

describe('the wall clock of a zone', () => {
  it('shows the day and time there', () => {
    expect(new Zone('Asia/Shanghai').wallClock(at('2026-11-19T16:00:00Z'))).toEqual({
      date: '2026-11-20',
      hour: 0,
      minute: 0,
      second: 0,
    });
    expect(new Zone('Asia/Kathmandu').wallClock(at('2026-11-19T18:14:59Z'))).toEqual({
      date: '2026-11-19',
      hour: 23,
      minute: 59,
      second: 59,
    });
  });

  it('changes the day with the first millisecond of midnight', () => {
    const zone = new Zone('Asia/Shanghai');
    expect(zone.dateOf(instant(at('2026-11-19T16:00:00Z') - 1))).toBe('2026-11-19');
    expect(zone.dateOf(at('2026-11-19T16:00:00Z'))).toBe('2026-11-20');
  });

  it('refuses a zone that there is not', () => {
    expect(() => new Zone('Asia/Peking')).toThrow(RangeError);
  });
});

describe('when an hour of a day begins', () => {
  it.each([
    // No change of the clocks.
    ['Asia/Shanghai', '2026-11-20', 0, '2026-11-20T00:00:00+08:00'],
    ['Asia/Shanghai', '2026-11-20', 9, '2026-11-20T09:00:00+08:00'],
    // The hour does not exist: 2:00 became 3:00.
    ['America/New_York', '2026-03-08', 2, '2026-03-08T03:00:00-04:00'],
    ['America/New_York', '2026-03-08', 3, '2026-03-08T03:00:00-04:00'],
    // It exists twice: the first counts.
    ['America/New_York', '2026-11-01', 1, '2026-11-01T01:00:00-04:00'],
    ['America/New_York', '2026-11-01', 2, '2026-11-01T02:00:00-05:00'],
    // Midnight does not exist: the day began at 1:00.
    ['America/Sao_Paulo', '2018-11-04', 0, '2018-11-04T01:00:00-02:00'],
    ['Africa/Cairo', '2024-04-26', 0, '2024-04-26T01:00:00+03:00'],
    ['Asia/Beirut', '2024-03-31', 0, '2024-03-31T01:00:00+03:00'],
    // At midnight the clocks went back to 23:00, so that the hour before it came twice.
    ['America/Sao_Paulo', '2018-02-18', 0, '2018-02-18T00:00:00-03:00'],
    ['America/Sao_Paulo', '2018-02-17', 23, '2018-02-17T23:00:00-02:00'],
    // Half an hour is skipped and repeated.
    ['Australia/Lord_Howe', '2026-10-04', 2, '2026-10-04T02:30:00+11:00'],
    ['Australia/Lord_Howe', '2026-04-05', 2, '2026-04-05T02:00:00+10:30'],
    // The day after one that was skipped whole.
    ['Pacific/Apia', '2011-12-31', 0, '2011-12-31T00:00:00+14:00'],
    ['Pacific/Apia', '2011-12-29', 23, '2011-12-29T23:00:00-10:00'],
    // The day that was skipped: it begins, and is over, when the next one begins.
    ['Pacific/Apia', '2011-12-30', 0, '2011-12-31T00:00:00+14:00'],
    ['Pacific/Apia', '2011-12-30', 12, '2011-12-31T00:00:00+14:00'],
  ])('in %s on %s, %i:00 is %s', (zone, date, hour, expected) => {
    expect(new Zone(zone).at(day(date), hour)).toBe(at(expected));
  });

  it('is the first instant that shows it, or what comes next where it is skipped', () => {
    fc.assert(
      fc.property(zones(), days(), fc.integer({ min: 0, max: 23 }), (zone, date, hour) => {
        expect(zone.at(date, hour)).toBe(firstShowing(zone, date, hour));
      }),
      { numRuns: 200 },
    );
  });

  it('is right through the nights on which clocks change', () => {
    for (const zone of ZONES) {
      for (const date of changesOf(zone)) {
        for (const hour of [0, 1, 2, 3, 23]) {
          expect(zone.at(date, hour), `${zone.name} ${date} ${hour}`).toBe(firstShowing(zone, date, hour));
        }
      }
    }
  });
});

describe('the days of a zone', () => {
  it('follow each other without a gap, and every instant is in one', () => {
    fc.assert(
      fc.property(zones(), fc.integer({ min: Date.UTC(1990, 0, 1), max: Date.UTC(2040, 0, 1) }), (zone, epochMs) => {
        const moment = instant(epochMs);
        const date = zone.dateOf(moment);
        expect(zone.at(date)).toBeLessThanOrEqual(moment);
        expect(zone.endOf(date)).toBeGreaterThan(moment);
        expect(zone.dateOf(zone.at(date))).toBe(date);
        expect(zone.dateOf(instant(zone.endOf(date) - 1))).toBe(date);
      }),
      { numRuns: 400 },
    );
  });
});

function zones(): fc.Arbitrary<Zone> {
  return fc.constantFrom(...ZONES);
}

function days(): fc.Arbitrary<CivilDate> {
  return fc.integer({ min: 0, max: 20_000 }).map((count) => addDays(day('1985-01-01'), count));
}

/** By looking: at every quarter of an hour and then, because one zone changed a minute past, at every minute. */
function firstShowing(zone: Zone, date: CivilDate, hour: number): Instant {
  const shows = (moment: Instant): boolean => {
    const wall = zone.wallClock(moment);
    const ahead = daysBetween(date, wall.date);
    return ahead > 0 || (ahead === 0 && wall.hour >= hour);
  };
  const quarter = HOUR_MS / 4;
  let moment = instant(Date.parse(`${date}T00:00:00Z`) - 15 * HOUR_MS);
  while (!shows(moment)) moment = later(moment, quarter);
  moment = later(moment, -quarter);
  while (!shows(moment)) moment = later(moment, 60_000);
  return moment;
}

/** The days, from mid-2010 to 2011 and in 2024, on which the offset at noon was not the day before's. */
function changesOf(zone: Zone): CivilDate[] {
  const found: CivilDate[] = [];
  for (const [from, to] of [
    ['2010-06-01', '2011-12-31'],
    ['2024-01-01', '2024-12-31'],
  ] as const) {
    let before: number | undefined;
    for (let date = day(from); date <= day(to); date = addDays(date, 1)) {
      const { hour, minute } = zone.wallClock(instant(Date.parse(`${date}T12:00:00Z`)));
      const time = hour * 60 + minute;
      if (before !== undefined && time !== before) found.push(addDays(date, -1), date);
      before = time;
    }
  }
  return found;
}
