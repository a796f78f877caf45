import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { EndorsementStatus } from '../../engine/endorsement/endorsement.ts';
import { expireLapsed } from '../../engine/endorsement/expire-endorsements.ts';
import { fetchCopy } from '../../engine/endorsement/fetch-copy.ts';
import { judgeQuota } from '../../engine/endorsement/quota.ts';
import { revokeEndorsement } from '../../engine/endorsement/revoke-endorsement.ts';
import { tellOverdue } from '../../engine/generation/watch-overdue.ts';
import { DEFAULT_POLICY, type Policy } from '../../engine/policy/policy.ts';
import type { EndorsementStore } from '../../engine/ports/stores/endorsement-stores.ts';
import type { Storage } from '../../engine/ports/storage.ts';
import { withdrawCertificate } from '../../engine/registry/withdraw-certificate.ts';
import { remindHolders } from '../../engine/reminder/remind-holders.ts';
import { addDays } from '../../engine/time/civil-date.ts';
import { certificateOf, World } from './world.ts';

/** Rule 7: where each state may lead. */
const LEGAL: Record<EndorsementStatus, readonly EndorsementStatus[]> = {
  requested: ['generating', 'failed', 'revoked'],
  generating: ['valid', 'failed', 'revoked'],
  valid: ['expired', 'revoked'],
  expired: [],
  failed: [],
  revoked: [],
};

type Step =
  | { do: 'request'; days: number; key: number; certificate: string }
  | { do: 'generate' | 'expire' | 'remind' | 'overdue' }
  | { do: 'breakdown' }
  | { do: 'revoke' | 'fetch'; which: number }
  | { do: 'withdraw'; certificate: string }
  | { do: 'wait'; hours: number };

const certificate = fc.constantFrom('c1', 'c2');
const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.oneof(
    {
      weight: 8,
      arbitrary: fc.record({
        do: fc.constant('request' as const),
        days: fc.integer({ min: 1, max: 90 }),
        key: fc.nat(30),
        certificate,
      }),
    },
    {
      weight: 8,
      arbitrary: fc.record({
        do: fc.constantFrom('generate' as const, 'expire' as const, 'remind' as const, 'overdue' as const),
      }),
    },
    { weight: 1, arbitrary: fc.record({ do: fc.constant('breakdown' as const) }) },
    {
      weight: 3,
      arbitrary: fc.record({ do: fc.constantFrom('revoke' as const, 'fetch' as const), which: fc.nat(20) }),
    },
    { weight: 1, arbitrary: fc.record({ do: fc.constant('withdraw' as const), certificate: fc.constant('c2') }) },
    {
      weight: 4,
      arbitrary: fc.record({ do: fc.constant('wait' as const), hours: fc.oneof(fc.nat(48), fc.nat(1000)) }),
    },
  ),
  { maxLength: 40 },
);

describe('whatever happens in whatever order', () => {
  it.each(['active', 'granted'] as const)('no rule is broken (%s)', async (counts) => {
    const policy = {
      ...DEFAULT_POLICY,
      quota: { ...DEFAULT_POLICY.quota, counts },
      generation: { promiseHours: 24, attempts: 2 },
    };
    await fc.assert(
      fc.asyncProperty(steps, fc.boolean(), async (script, together) => {
        const transitions = await play(script, policy, together);
        for (const { from, to } of transitions) expect(LEGAL[from]).toContain(to);
      }),
      { numRuns: 25, seed: 20_261_120 },
    );
  });
});

interface Transition {
  from: EndorsementStatus;
  to: EndorsementStatus;
}

/** Plays the steps one after another, or four at once, and looks at everything after each; every transition. */
async function play(script: Step[], policy: Policy, together: boolean): Promise<Transition[]> {
  const transitions: Transition[] = [];
  const world = await World.open({ policy, wrap: (storage) => watched(storage, transitions) });
  try {
    await world.storage.transact((tx) => tx.certificates.insertMany([certificateOf('h1', 'c2')]));
    let ids: string[] = [];
    const size = together ? 4 : 1;
    for (let first = 0; first < script.length; first += size) {
      const known = ids;
      await Promise.all(script.slice(first, first + size).map((step) => take(world, step, known)));
      ids = await inspect(world);
    }
    return transitions;
  } finally {
    await world.storage.close();
  }
}

/** The same storage, that notes from where to where each transition went. */
function watched(storage: Storage, transitions: Transition[]): Storage {
  const watch = (store: EndorsementStore): EndorsementStore =>
    new Proxy(store, {
      get(target, name) {
        if (name !== 'transition') return Reflect.get(target, name).bind(target);
        return async (...args: Parameters<EndorsementStore['transition']>) => {
          const from = (await target.get(args[0]))?.status;
          const happened = await target.transition(...args);
          if (happened && from) transitions.push({ from, to: args[2] });
          return happened;
        };
      },
    });
  return {
    transact: (work) => storage.transact((tx) => work({ ...tx, endorsements: watch(tx.endorsements) })),
    close: () => storage.close(),
  };
}

async function take(world: World, step: Step, ids: string[]): Promise<unknown> {
  const { storage, clock, policy, zone } = world;
  const now = clock.now();
  switch (step.do) {
    case 'request':
      return world.request({
        certificateId: step.certificate,
        validity: { days: step.days },
        requestKey: `k${step.key}-${step.certificate}`,
      });
    case 'generate':
      return world.generate();
    case 'breakdown':
      world.maker.before = () => Promise.reject(new Error('breakdown'));
      await world.generate();
      world.maker.before = async () => undefined;
      return undefined;
    case 'expire':
      return expireLapsed(storage, zone, now);
    case 'remind':
      return remindHolders(storage, policy, zone, now);
    case 'overdue':
      return tellOverdue(storage, now);
    case 'revoke':
    case 'fetch': {
      const endorsementId = ids[step.which] ?? 'none';
      const ask = { now, accountId: 'a1', holderId: 'h1', endorsementId };
      if (step.do === 'fetch') return storage.transact((tx) => fetchCopy(tx, world, { ...ask, updateId: step.which }));
      return storage.transact((tx) => revokeEndorsement(tx, world, { ...ask, cause: 'holder' }));
    }
    case 'withdraw':
      return storage.transact((tx) => withdrawCertificate(tx, world, { now, certificateId: step.certificate }));
    case 'wait':
      return clock.advance({ hours: step.hours });
  }
}

/** The ids of all endorsements, after looking whether everything about them is as it must be. */
async function inspect(world: World): Promise<string[]> {
  const today = world.zone.dateOf(world.clock.now());
  return world.storage.transact(async (tx) => {
    const all = await tx.endorsements.ofHolder('h1', { offset: 0, limit: 1000 });
    for (const one of all) {
      expect((await tx.copies.get(one.id)) !== undefined).toBe(one.status === 'valid');
      expect(one.endedAt !== null).toBe(['expired', 'failed', 'revoked'].includes(one.status));
      expect(one.sha256 !== null).toBe(one.generatedAt !== null);
      expect(one.lastDay).toBe(addDays(one.askedOn, one.days - 1));
    }
    for (const certificateId of ['c1', 'c2']) {
      const history = all.filter((one) => one.certificateId === certificateId);
      expect(judgeQuota(history, today, world.policy.quota).used).toBeLessThanOrEqual(3);
    }
    const withdrawn = (await tx.certificates.get('c2'))?.status === 'withdrawn';
    const live = await tx.endorsements.ofCertificate('c2', ['requested', 'generating', 'valid']);
    expect(withdrawn && live.length > 0).toBe(false);
    const underWay = all.filter(({ status }) => status === 'requested' || status === 'generating').length;
    expect((await tx.jobs.backlog()).count).toBeGreaterThanOrEqual(underWay);
    return all.map(({ id }) => id);
  });
}
