import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { type RequestEvent, type RequestFacts, reduceRequest } from '../../../bot/holder/request/reduce.ts';
import { readRequest, type RequestState } from '../../../bot/holder/request/state.ts';
import { addDays, type CivilDate, civilDate } from '../../../engine/time/civil-date.ts';
import { instant } from '../../../engine/time/instant.ts';

const TODAY = civilDate(2026, 11, 22) as CivilDate;
const ONE: RequestFacts = { today: TODAY, scenarios: ['self-use'] };
const TWO: RequestFacts = { today: TODAY, scenarios: ['self-use', 'bidding'] };
const start: RequestState = { step: 'details', certificateId: 'c' };

function go(state: RequestState, event: RequestEvent, facts: RequestFacts): RequestState {
  const outcome = reduceRequest(state, event, facts);
  if (outcome.kind !== 'go') throw new Error(outcome.kind);
  return outcome.state;
}

test('with one scenario there is no choice of it, forward or back', () => {
  const validity = go(start, { kind: 'next' }, ONE);
  expect(validity).toEqual({ step: 'validity', certificateId: 'c', scenario: 'self-use' });
  expect(go(validity, { kind: 'back' }, ONE)).toEqual(start);
});

test('with two the scenario is chosen, and only from those on offer', () => {
  const scenario = go(start, { kind: 'next' }, TWO);
  expect(scenario.step).toBe('scenario');
  expect(reduceRequest(scenario, { kind: 'scenario', scenario: 'forged' }, TWO).kind).toBe('out-of-place');
  expect(go(scenario, { kind: 'scenario', scenario: 'bidding' }, TWO)).toMatchObject({ scenario: 'bidding' });
});

test('a choice leads to the summary, which remembers the day it was made on', () => {
  const validity = go(start, { kind: 'next' }, ONE);
  const summary = go(validity, { kind: 'choose', choice: { days: 60 } }, ONE);
  expect(summary).toMatchObject({ step: 'summary', choice: { days: 60 }, shownOn: TODAY });
  expect(go(summary, { kind: 'back' }, ONE)).toEqual(validity);
});

test('back from the details leaves', () => {
  expect(reduceRequest(start, { kind: 'back' }, ONE)).toEqual({ kind: 'leave', certificateId: 'c' });
});

const choices = fc.oneof(
  fc.integer({ min: -5, max: 500 }).map((days) => ({ days })),
  fc.integer({ min: -50, max: 500 }).map((days) => ({ lastDay: addDays(TODAY, days) })),
);
const events: fc.Arbitrary<RequestEvent> = fc.oneof(
  fc.constantFrom('next' as const, 'back' as const, 'other-day' as const).map((kind) => ({ kind })),
  fc.constantFrom('self-use', 'bidding', 'forged').map((scenario) => ({ kind: 'scenario' as const, scenario })),
  choices.map((choice) => ({ kind: 'choose' as const, choice })),
);

test('whatever is tapped, the state can be kept and read back, and stays with its certificate', () => {
  fc.assert(
    fc.property(fc.array(events, { maxLength: 30 }), fc.constantFrom(ONE, TWO), (all, facts) => {
      let state: RequestState = { ...start, certificateId: 'c' };
      for (const event of all) {
        const outcome = reduceRequest(state, event, facts);
        if (outcome.kind === 'go') state = outcome.state;
        expect(state.certificateId).toBe('c');
        const dialog = { flow: 'request', step: state.step, data: { ...state, shownIn: null }, version: 1 };
        expect(readRequest({ ...dialog, expiresAt: instant(0) })).toEqual(state);
      }
    }),
  );
});
