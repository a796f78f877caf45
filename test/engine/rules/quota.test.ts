import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ENDORSEMENT_STATUSES } from '../../../engine/endorsement/endorsement.ts';
import { type Asked, judgeQuota } from '../../../engine/endorsement/quota.ts';
import type { Policy } from '../../../engine/policy/policy.ts';
import { addDays, type CivilDate, daysBetween } from '../../../engine/time/civil-date.ts';
import { instant } from '../../../engine/time/instant.ts';
import { day } from '../arbitraries.ts';

const TODAY = day('2026-11-20');
const READINGS = ['active', 'granted'] as const;
const ACTIVE: Policy['quota'] = { counts: 'active', limit: 3, windowDays: 90 };
const GRANTED: Policy['quota'] = { counts: 'granted', limit: 3, windowDays: 90 };

describe('the quota', () => {
  it('has all its slots when nothing was asked for', () => {
    for (const quota of [ACTIVE, GRANTED]) {
      expect(judgeQuota([], TODAY, quota)).toEqual({ used: 0, limit: 3, left: 3, nextFreeOn: null });
    }
  });

  it('of active ones frees a slot on the day after the first of them ends', () => {
    const history = [valid(-10, 30), valid(-5, 12), valid(0, 90)];
    expect(judgeQuota(history, TODAY, ACTIVE)).toEqual({ used: 3, limit: 3, left: 0, nextFreeOn: '2026-11-27' });
  });

  it('of granted ones frees a slot when the first of them leaves the window', () => {
    const history = [expired(-40, 10), valid(-5, 12), valid(0, 90)];
    expect(judgeQuota(history, TODAY, GRANTED)).toMatchObject({ left: 0, nextFreeOn: addDays(TODAY, 50) });
    expect(judgeQuota(history, TODAY, ACTIVE)).toMatchObject({ used: 2, left: 1, nextFreeOn: null });
  });

  it('counts a valid one that is past its last day as over, though nothing has marked it expired', () => {
    const history = [valid(-10, 10), valid(-10, 11), valid(-10, 12)];
    expect(judgeQuota(history, TODAY, ACTIVE)).toMatchObject({ used: 2 });
  });

  it('counts the window from today backwards, today included', () => {
    for (const quota of [ACTIVE, GRANTED]) {
      expect(judgeQuota([valid(-89, 400)], TODAY, quota)).toMatchObject({ used: 1 });
      expect(judgeQuota([valid(-90, 400)], TODAY, quota)).toMatchObject({ used: 0 });
    }
  });

  it('never counts one that failed, or was revoked before its copy existed', () => {
    const never: Asked[] = [
      { ...valid(0, 90), status: 'failed', generatedAt: null },
      { ...valid(0, 90), status: 'revoked', generatedAt: null },
    ];
    for (const quota of [ACTIVE, GRANTED]) expect(judgeQuota(never, TODAY, quota)).toMatchObject({ used: 0 });
  });

  it('counts one that was revoked after it was granted only where granted ones count', () => {
    const history: Asked[] = [{ ...valid(0, 90), status: 'revoked' }];
    expect(judgeQuota(history, TODAY, GRANTED)).toMatchObject({ used: 1 });
    expect(judgeQuota(history, TODAY, ACTIVE)).toMatchObject({ used: 0 });
  });

  it('that was made smaller lets the surplus run out first', () => {
    const history = [valid(0, 5), valid(0, 10), valid(0, 20)];
    expect(judgeQuota(history, TODAY, { ...ACTIVE, limit: 1 })).toEqual({
      used: 3,
      limit: 1,
      left: 0,
      nextFreeOn: addDays(TODAY, 20),
    });
  });

  it.each(READINGS)('says of any history what a day-by-day model says (%s)', (counts) => {
    fc.assert(
      fc.property(fc.array(asked(), { maxLength: 9 }), limits(), windows(), (history, limit, windowDays) => {
        const quota = { counts, limit, windowDays };
        const state = judgeQuota(history, TODAY, quota);
        expect(state).toEqual(naive(history, quota));
      }),
      { numRuns: 1000 },
    );
  });

  it.each(READINGS)('never lets a fourth through, whenever one asks (%s)', (counts) => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(20), fc.integer({ min: 1, max: 90 })), { maxLength: 60 }), (wishes) => {
        const granted: Asked[] = [];
        let today = day('2026-01-01');
        for (const [pause, days] of wishes) {
          today = addDays(today, pause);
          const { left, nextFreeOn } = judgeQuota(granted, today, { counts, limit: 3, windowDays: 90 });
          if (left > 0) granted.push({ ...valid(0, 1), askedOn: today, lastDay: addDays(today, days - 1) });
          expect(left > 0 || (nextFreeOn !== null && nextFreeOn > today)).toBe(true);
          expect(slots(granted, today, counts, 90)).toBeLessThanOrEqual(3);
        }
      }),
    );
  });
});

function valid(askedDaysFromToday: number, days: number): Asked {
  const askedOn = addDays(TODAY, askedDaysFromToday);
  return { askedOn, lastDay: addDays(askedOn, days - 1), status: 'valid', generatedAt: instant(1) };
}

function expired(askedDaysFromToday: number, days: number): Asked {
  return { ...valid(askedDaysFromToday, days), status: 'expired' };
}

function asked(): fc.Arbitrary<Asked> {
  return fc
    .record({
      age: fc.oneof(fc.integer({ min: 0, max: 120 }), fc.constantFrom(0, 1, 88, 89, 90, 91)),
      days: fc.integer({ min: 1, max: 90 }),
      status: fc.constantFrom(...ENDORSEMENT_STATUSES),
      made: fc.boolean(),
    })
    .map(({ age, days, status, made }) => {
      const generatedAt = status === 'valid' || status === 'expired' || (status === 'revoked' && made);
      return { ...valid(-age, days), status, generatedAt: generatedAt ? instant(1) : null };
    });
}

function limits(): fc.Arbitrary<number> {
  return fc.integer({ min: 1, max: 5 });
}

function windows(): fc.Arbitrary<number> {
  return fc.constantFrom(1, 2, 30, 90, 120);
}

// The rule once more, as slowly as it reads: look at each day in turn until one has room.
function naive(history: readonly Asked[], { counts, limit, windowDays }: Policy['quota']) {
  const used = slots(history, TODAY, counts, windowDays);
  const left = Math.max(0, limit - used);
  if (left > 0) return { used, limit, left, nextFreeOn: null };
  const later = history
    .filter(({ status }) => status !== 'failed')
    // What is being generated comes out well by tomorrow.
    .map((one) => (isUnderWay(one) ? { ...one, status: 'valid' as const } : one));
  let nextFreeOn = addDays(TODAY, 1);
  while (slots(later, nextFreeOn, counts, windowDays) >= limit) nextFreeOn = addDays(nextFreeOn, 1);
  return { used, limit, left, nextFreeOn };
}

function slots(
  history: readonly Asked[],
  today: CivilDate,
  counts: Policy['quota']['counts'],
  windowDays: number,
): number {
  return history.filter((one) => {
    if (daysBetween(one.askedOn, today) >= windowDays) return false;
    if (isUnderWay(one)) return true;
    if (one.status === 'valid' && one.lastDay >= today) return true;
    return counts === 'granted' && one.status !== 'failed' && (one.generatedAt !== null || one.status === 'valid');
  }).length;
}

function isUnderWay({ status }: Asked): boolean {
  return status === 'requested' || status === 'generating';
}
