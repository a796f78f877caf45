import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lastPossibleDay, validityOfDays, validityUntil } from '../../../engine/endorsement/validity.ts';
import { DEFAULT_POLICY } from '../../../engine/policy/policy.ts';
import { addDays, daysBetween } from '../../../engine/time/civil-date.ts';
import { Zone } from '../../../engine/time/instant.ts';
import { at } from '../../fakes/fixed-clock.ts';
import { civilDates, day } from '../arbitraries.ts';

const RULE = DEFAULT_POLICY.validity;
const TODAY = day('2026-11-20');

describe('a validity', () => {
  it('covers N days from the day it is asked for on', () => {
    expect(validityOfDays(TODAY, 90, RULE)).toEqual({
      ok: true,
      value: { firstDay: '2026-11-20', lastDay: '2027-02-17', days: 90 },
    });
    expect(validityOfDays(TODAY, 1, RULE)).toMatchObject({ value: { lastDay: '2026-11-20' } });
  });

  it('is over at the first instant of the day after its last', () => {
    const validity = validityOfDays(TODAY, 1, RULE);
    const over = validity.ok && new Zone('Asia/Shanghai').endOf(validity.value.lastDay);
    expect(over).toBe(at('2026-11-21T00:00:00+08:00'));
  });

  it('longer than allowed is refused with what is possible', () => {
    const refusal = { kind: 'too-long', maxDays: 90, lastPossible: '2027-02-17' };
    expect(validityOfDays(TODAY, 91, RULE)).toEqual({ ok: false, refusal });
    expect(validityUntil(TODAY, day('2027-02-18'), RULE)).toEqual({ ok: false, refusal });
    expect(validityUntil(TODAY, day('9999-12-31'), RULE)).toEqual({ ok: false, refusal });
  });

  it('that ends before today is refused with the earliest day', () => {
    const refusal = { kind: 'too-short', earliest: '2026-11-20' };
    expect(validityOfDays(TODAY, 0, RULE)).toEqual({ ok: false, refusal });
    expect(validityUntil(TODAY, day('2026-11-19'), RULE)).toEqual({ ok: false, refusal });
  });

  it('of a fraction of a day is a defect', () => {
    expect(() => validityOfDays(TODAY, 1.5, RULE)).toThrow(RangeError);
    expect(() => validityOfDays(TODAY, Number.NaN, RULE)).toThrow(RangeError);
  });

  it('is the same by days and by last day, and within the limit exactly when it is accepted', () => {
    fc.assert(
      fc.property(
        civilDates(),
        fc.integer({ min: -5, max: 400 }),
        fc.integer({ min: 1, max: 365 }),
        (asked, days, max) => {
          const rule = { ...RULE, maxDays: max };
          const lastDay = addDays(asked, days - 1);
          const byDays = validityOfDays(asked, days, rule);
          expect(validityUntil(asked, lastDay, rule)).toEqual(byDays);
          expect(byDays.ok).toBe(days >= 1 && lastDay <= lastPossibleDay(asked, max));
          expect(!byDays.ok || daysBetween(byDays.value.firstDay, byDays.value.lastDay) + 1 === days).toBe(true);
        },
      ),
    );
  });
});
