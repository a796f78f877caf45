import * as fc from 'fast-check';
import { expect, it } from 'vitest';

import { parsePdfDate, pdfDate, xmpDate, zonedTime } from '../../engine/document/page/dates.ts';
import { instant } from '../../engine/time/instant.ts';

const ZONES = [
  'Asia/Shanghai',
  'America/New_York',
  'Asia/Kathmandu',
  'Australia/Lord_Howe',
  'Africa/Casablanca',
  'UTC',
];
const YEAR_MS = 365 * 86_400_000;

it('a moment is shown as its zone’s wall clocks show it, in any order of asking', () => {
  const formats = new Map(
    ZONES.map((zone) => [
      zone,
      new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'medium' }),
    ]),
  );
  const moment = fc.integer({ min: Date.UTC(2000, 0, 1), max: Date.UTC(2000, 0, 1) + 80 * YEAR_MS });
  const check = (at: number, zone: string): void => {
    const shown = zonedTime(instant(at), zone);
    expect(`${shown.date} ${shown.time}`).toBe(formats.get(zone)?.format(at));
    expect(Date.parse(xmpDate(shown))).toBe(Math.floor(at / 1000) * 1000);
    expect(parsePdfDate(pdfDate(shown))).toBe(Math.floor(at / 1000) * 1000);
  };
  fc.assert(fc.property(moment, fc.constantFrom(...ZONES), check), { seed: 20261201, numRuns: 500 });
});

it('clocks change between one second and the next', () => {
  const change = Date.UTC(2026, 10, 1, 6);
  const [before, after] = [change - 1, change].map((at) => xmpDate(zonedTime(instant(at), 'America/New_York')));
  expect(before).toBe('2026-11-01T01:59:59-04:00');
  expect(after).toBe('2026-11-01T01:00:00-05:00');
});
