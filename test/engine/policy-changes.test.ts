import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { changePolicy, takeBackChange } from '../../engine/policy/change-policy.ts';
import { effectivePolicy } from '../../engine/policy/effective-policy.ts';
import { mergePolicy } from '../../engine/policy/parse-policy.ts';
import type { PolicyChange, RuleValue } from '../../engine/policy/policy-change.ts';
import { PolicyInEffect } from '../../engine/policy/policy-in-effect.ts';
import { DEFAULT_POLICY, type Policy } from '../../engine/policy/policy.ts';
import { RULES, ruleValue } from '../../engine/policy/rules.ts';
import type { Storage } from '../../engine/ports/storage.ts';
import { Zone } from '../../engine/time/instant.ts';
import { FixedClock } from '../fakes/fixed-clock.ts';
import { seededRandom } from '../fakes/seeded-random.ts';
import { openTestStorage } from '../fakes/test-storage.ts';
import { day, NOW, TODAY } from '../storage/samples.ts';
import { member } from '../storage/staff-samples.ts';

const TOMORROW = day('2026-11-21');
const NEXT_WEEK = day('2026-11-27');

let storage: Storage;
let random = seededRandom('policy');
beforeEach(async () => {
  storage = await openTestStorage();
  random = seededRandom('policy');
  await storage.transact((tx) => tx.staff.members.insert(member(1, { role: 'admin' })));
});
afterEach(() => storage.close());

function change(path: string, value: RuleValue, effectiveFrom = TOMORROW, configured: Policy = DEFAULT_POLICY) {
  const asked = { path, value, effectiveFrom, now: NOW, today: TODAY, by: 'member-1', reason: '主管部门来函' };
  return storage.transact((tx) => changePolicy(tx, { configured, random }, asked));
}

async function changed(path: string, value: RuleValue, effectiveFrom = TOMORROW): Promise<PolicyChange> {
  const result = await change(path, value, effectiveFrom);
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result.refusal)}`);
  return result.value;
}

function standing(): Promise<PolicyChange[]> {
  return storage.transact((tx) => tx.policyChanges.standing());
}

async function limitOn(date: typeof TODAY): Promise<number> {
  return effectivePolicy(DEFAULT_POLICY, await standing(), date).policy.quota.limit;
}

describe('the rules', () => {
  it('are all that the policy has, each with its value', () => {
    const leaves = Object.entries(DEFAULT_POLICY).flatMap(([group, section]) =>
      typeof section === 'string' || Array.isArray(section)
        ? [group]
        : Object.keys(section).map((name) => `${group}.${name}`),
    );
    expect(RULES.map(({ path }) => path)).toEqual(leaves);
    const changeable = RULES.filter(({ kind }) => kind !== 'fixed');
    expect(changeable.filter((rule) => ruleValue(DEFAULT_POLICY, rule) === undefined)).toEqual([]);
  });
});

describe('a change of a rule', () => {
  it('is in effect from its day on, and not before', async () => {
    await changed('quota.limit', 5, NEXT_WEEK);
    expect([await limitOn(TODAY), await limitOn(day('2026-11-26'))]).toEqual([3, 3]);
    expect([await limitOn(NEXT_WEEK), await limitOn(day('2027-01-01'))]).toEqual([5, 5]);
  });

  it('gives way to the next one of the same rule, whichever was recorded first', async () => {
    await changed('quota.limit', 5, NEXT_WEEK);
    await changed('quota.limit', 4, TOMORROW);
    await changed('quota.limit', 2, TOMORROW);
    expect([await limitOn(TOMORROW), await limitOn(NEXT_WEEK)]).toEqual([2, 5]);
  });

  it.each<[string, string, RuleValue, object]>([
    ['a rule that there is not', 'quota.colour', 1, { kind: 'no-such-rule' }],
    ['the zone', 'zone', 'Europe/Berlin', { kind: 'fixed' }],
    ['what needs a restart', 'signature.level', 'B-B', { kind: 'fixed' }],
    ['what holds already', 'quota.limit', 3, { kind: 'no-change' }],
  ])('is refused for %s', async (_what, path, value, refusal) => {
    expect(await change(path, value)).toEqual({ ok: false, refusal });
    expect(await standing()).toEqual([]);
  });

  it('is refused for a day that is over', async () => {
    expect(await change('quota.limit', 5, day('2026-11-19'))).toMatchObject({ refusal: { kind: 'past' } });
    expect(await change('quota.limit', 5, TODAY)).toMatchObject({ ok: true });
  });

  it.each<[string, RuleValue, object]>([
    ['quota.limit', 0, { kind: 'too-small', path: 'quota.limit', least: 1 }],
    ['validity.maxDays', 5000, { kind: 'too-large', path: 'validity.maxDays', most: 3650 }],
    ['validity.maxDays', 60, { kind: 'choice-above-most', most: 60 }],
    ['validity.recommendedDays', 45, { kind: 'recommended-is-no-choice' }],
    ['reminder.fromHour', 21, { kind: 'hours-reversed' }],
    ['quota.counts', 'all', { kind: 'wrong', path: 'quota.counts' }],
  ])('that contradicts others is refused: %s to %j', async (path, value, problem) => {
    const refusal = { kind: 'contradicts', day: TOMORROW, problems: [problem] };
    expect(await change(path, value)).toMatchObject({ ok: false, refusal });
  });

  it('that contradicts one that is to come is refused with that one’s day', async () => {
    await changed('validity.recommendedDays', 60, TODAY);
    await changed('validity.choices', [30, 60], TOMORROW);
    await changed('validity.maxDays', 60, NEXT_WEEK);
    const refused = await change('validity.choices', [30, 60, 80], TOMORROW);
    expect(refused).toMatchObject({ refusal: { kind: 'contradicts', day: NEXT_WEEK } });
  });

  it('can be taken back until it begins, once', async () => {
    const later = await changed('quota.limit', 5, NEXT_WEEK);
    const now = await changed('quota.windowDays', 30, TODAY);
    const ask = (id: string) =>
      storage.transact((tx) => takeBackChange(tx, DEFAULT_POLICY, { now: NOW, today: TODAY, by: 'member-1', id }));
    expect(await ask(later.id)).toEqual({ ok: true, value: later });
    expect(await ask(later.id)).toEqual({ ok: false, refusal: { kind: 'no-such-change' } });
    expect(await ask(now.id)).toEqual({ ok: false, refusal: { kind: 'begun', change: now } });
    expect(await standing()).toEqual([now]);
  });

  it('stays when another that is to come needs it', async () => {
    await changed('validity.recommendedDays', 60, TODAY);
    const choices = await changed('validity.choices', [30, 60], TOMORROW);
    await changed('validity.maxDays', 60, NEXT_WEEK);
    const ask = { now: NOW, today: TODAY, by: 'member-1', id: choices.id };
    const refused = await storage.transact((tx) => takeBackChange(tx, DEFAULT_POLICY, ask));
    expect(refused).toMatchObject({ refusal: { kind: 'contradicts', day: NEXT_WEEK } });
  });

  it('that no longer goes with what the operator configured is left out', async () => {
    const short = await changed('validity.recommendedDays', 60);
    const configured = mergePolicy({ validity: { choices: [7, 14], recommendedDays: 14, maxDays: 14 } }).policy;
    const { policy, ignored } = effectivePolicy(configured, [short], NEXT_WEEK);
    expect([policy, ignored]).toEqual([configured, [short]]);
  });
});

describe('the policy in effect', () => {
  it('follows changes and midnights without being handed out again', async () => {
    const clock = new FixedClock('2026-11-20T23:59:59+08:00');
    const inEffect = new PolicyInEffect({ configured: DEFAULT_POLICY, clock, zone: new Zone('Asia/Shanghai') });
    const deps = { policy: inEffect.now };
    await changed('quota.limit', 5, TOMORROW);
    const seen = [deps.policy.quota.limit];
    await storage.transact((tx) => inEffect.refresh(tx));
    seen.push(deps.policy.quota.limit);
    clock.set('2026-11-21T00:00:00+08:00');
    seen.push(deps.policy.quota.limit);
    expect(seen).toEqual([3, 3, 5]);
    expect({ ...deps.policy }).toEqual({ ...DEFAULT_POLICY, quota: { ...DEFAULT_POLICY.quota, limit: 5 } });
  });
});
