import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { SignatureLevel } from '../../engine/policy/policy.ts';
import type { Storage } from '../../engine/ports/storage.ts';
import type { Signer } from '../../engine/ports/signer.ts';
import { DAY_MS, type Instant, later } from '../../engine/time/instant.ts';
import { openKey } from '../../service/issuers/issuer-key.ts';
import { watchIssuers } from '../../service/issuers/watch-issuers.ts';
import { openTestStorage } from '../fakes/test-storage.ts';
import { at, keyPem, ROOT, sealOf } from './folder.ts';

let storage: Storage;
beforeEach(async () => {
  storage = await openTestStorage();
});
afterEach(() => storage.close());

function keyFrom(from: number, until: number): Signer {
  const seal = sealOf(from, until);
  return openKey({
    pem: Buffer.from(keyPem(seal)),
    password: null,
    certificates: [seal.certificate, ROOT.certificate],
  });
}

const END = at(2027);
const OLD = keyFrom(2025, 2027);

/** The alerts that are open after a look at `now`; `level` is the ministry’s. */
async function alertsAt(now: Instant, keys: readonly Signer[] = [OLD], level: SignatureLevel = 'B-T', maxDays = 90) {
  const others = [keyFrom(2025, 2039)];
  await watchIssuers(
    storage,
    {
      signers: new Map([
        ['ministry', keys],
        ['association', others],
      ]),
      level: (issuer) => (issuer === 'ministry' ? level : 'B-B'),
    },
    { maxDays },
    now,
  );
  return (await storage.transact((tx) => tx.alerts.open())).map(({ facts, kind }) => ({ facts, kind }));
}

it('says nothing of certificates that last', async () => {
  expect(await alertsAt(later(END, -61 * DAY_MS))).toEqual([]);
});

it('has staff told before certificates end, with fewer days each time, and once they have', async () => {
  const days = async (before: number): Promise<unknown> => (await alertsAt(later(END, -before * DAY_MS)))[0]?.facts;
  expect(await days(60)).toEqual({ issuer: 'ministry', until: END, days: 60 });
  expect(await days(40)).toEqual({ issuer: 'ministry', until: END, days: 60 });
  expect(await days(14)).toEqual({ issuer: 'ministry', until: END, days: 14 });
  expect(await days(3)).toEqual({ issuer: 'ministry', until: END, days: 3 });
  expect(await days(0)).toEqual({ issuer: 'ministry', until: END, days: 0 });
  expect(await days(-1)).toEqual({ issuer: 'ministry' });
  expect(await alertsAt(later(END, DAY_MS))).toHaveLength(1);
});

it('takes back what a newer key has mended, and nothing else', async () => {
  const overdue = { key: 'overdue:1', kind: 'overdue', at: END, facts: { endorsementId: '1' } } as const;
  await storage.transact((tx) => tx.alerts.raise(overdue));
  expect(await alertsAt(later(END, -DAY_MS))).toHaveLength(2);
  expect(await alertsAt(later(END, -DAY_MS), [keyFrom(2026, 2029), OLD])).toMatchObject([{ kind: 'overdue' }]);
});

describe('a key at level B-B', () => {
  const facts = async (before: number, keys = [OLD], maxDays = 90): Promise<unknown> =>
    (await alertsAt(later(END, -before * DAY_MS), keys, 'B-B', maxDays))[0]?.facts;
  const told = (days: number) => ({ issuer: 'ministry', until: END, days, outlived: 'yes' });

  it('is told of before copies outlive it, and then as any other', async () => {
    expect(await facts(101)).toBeUndefined();
    expect(await facts(100)).toEqual(told(100));
    expect(await facts(61)).toEqual(told(100));
    expect(await facts(60)).toEqual(told(60));
    expect(await facts(14)).toEqual(told(14));
    expect(await facts(-1)).toEqual({ issuer: 'ministry' });
  });

  it('is told of when another follows only at its end', async () => {
    expect(await facts(30, [keyFrom(2027, 2029), OLD])).toEqual(told(30));
  });

  it('is told of when copies are short, too: of its end, and of what outlives it', async () => {
    expect(await facts(61, [OLD], 10)).toBeUndefined();
    expect(await facts(60, [OLD], 10)).toEqual({ issuer: 'ministry', until: END, days: 60 });
    expect(await facts(20, [OLD], 10)).toEqual(told(20));
  });
});
