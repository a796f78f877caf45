import { describe, expect, it } from 'vitest';
import type { EndorsementStatus } from '../../../engine/endorsement/endorsement.ts';
import { daysLeft, standingOf } from '../../../engine/endorsement/standing.ts';
import { day } from '../arbitraries.ts';

const LAST_DAY = day('2026-11-20');
const BEFORE = day('2026-11-14');
const AFTER = day('2026-11-21');

describe('how an endorsement stands', () => {
  it.each([
    ['requested', 'generating', 'generating'],
    ['generating', 'generating', 'generating'],
    ['valid', 'valid', 'expired'],
    ['expired', 'expired', 'expired'],
    ['failed', 'failed', 'failed'],
    ['revoked', 'revoked', 'revoked'],
  ] satisfies [EndorsementStatus, string, string][])('%s: %s through its last day, then %s', (status, until, then) => {
    expect(standingOf({ status, lastDay: LAST_DAY }, BEFORE)).toBe(until);
    expect(standingOf({ status, lastDay: LAST_DAY }, LAST_DAY)).toBe(until);
    expect(standingOf({ status, lastDay: LAST_DAY }, AFTER)).toBe(then);
  });

  it('leaves the days that are covered, today included', () => {
    expect(daysLeft({ status: 'valid', lastDay: LAST_DAY }, BEFORE)).toBe(7);
    expect(daysLeft({ status: 'generating', lastDay: LAST_DAY }, LAST_DAY)).toBe(1);
    expect(daysLeft({ status: 'valid', lastDay: LAST_DAY }, AFTER)).toBe(0);
    expect(daysLeft({ status: 'revoked', lastDay: LAST_DAY }, BEFORE)).toBe(0);
  });
});
