import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { offerEndorsement } from '../../engine/endorsement/offer-endorsement.ts';
import { renewEndorsement } from '../../engine/endorsement/renew-endorsement.ts';
import { requestEndorsement } from '../../engine/endorsement/request-endorsement.ts';
import { DEFAULT_POLICY } from '../../engine/policy/policy.ts';
import type { Storage } from '../../engine/ports/storage.ts';
import { withdrawCertificate } from '../../engine/registry/withdraw-certificate.ts';
import { openTestStorage } from '../fakes/test-storage.ts';
import { day } from './arbitraries.ts';
import { certificateOf, holderNamed, World } from './world.ts';

const GRANTED = { ...DEFAULT_POLICY, quota: { ...DEFAULT_POLICY.quota, counts: 'granted' as const } };

let world: World;
afterEach(() => world.storage.close());

describe('asking for an endorsement', () => {
  it('records it with its number, its code, its days and the job that makes the copy', async () => {
    world = await World.open();
    const result = await world.request({ progressMessageId: 7 });
    expect(result).toMatchObject({
      ok: true,
      value: {
        repeated: false,
        endorsement: {
          certificateId: 'c1',
          status: 'requested',
          days: 90,
          askedOn: '2026-11-20',
          lastDay: '2027-02-17',
          progressMessageId: 7,
          number: expect.stringMatching(/^JZ20261120-/),
        },
      },
    });
    const backlog = await world.storage.transact((tx) => tx.jobs.backlog());
    expect(backlog).toEqual({ count: 1, oldest: world.clock.now() });
    expect(await world.journal()).toEqual(['endorsement-requested']);
  });

  it('with the same key again is the same endorsement, and one job', async () => {
    world = await World.open();
    const ask = { requestKey: 'tap' };
    const first = await world.requested(ask);
    await world.generate();
    const again = await world.request(ask);
    expect(again).toMatchObject({
      ok: true,
      value: { repeated: true, endorsement: { id: first.id, status: 'valid' } },
    });
    expect(await world.generate()).toBe('idle');
  });

  it('tapped twice at once is one endorsement', async () => {
    world = await World.open();
    const results = await Promise.all(Array.from({ length: 5 }, () => world.request({ requestKey: 'tap' })));
    const ids = new Set(results.map((result) => result.ok && result.value.endorsement.id));
    expect(ids.size).toBe(1);
    expect(await world.storage.transact((tx) => tx.endorsements.countOfHolder('h1'))).toBe(1);
  });

  it("with somebody else's key is refused and says nothing of theirs", async () => {
    world = await World.open();
    await world.requested({ requestKey: 'tap' });
    await world.addHolder(holderNamed('h2', { documentNumber: '110105194912310003' }), [certificateOf('h2', 'c2')]);
    const result = await world.request({ requestKey: 'tap', holderId: 'h2', certificateId: 'c2' });
    expect(result).toEqual({ ok: false, refusal: { kind: 'not-yours' } });
  });

  it('is refused by the first rule that it breaks', async () => {
    world = await World.open();
    await world.addHolder(holderNamed('h2', { documentNumber: '110105194912310003' }), [certificateOf('h2', 'c2')]);
    const extra = [
      certificateOf('h1', 'c3', { status: 'withdrawn' }),
      certificateOf('h1', 'c4', { qualification: 'auctioneer', issuedOn: day('2021-12-16') }),
      certificateOf('h1', 'c5', { qualification: 'auctioneer', issuedOn: day('2021-12-17') }),
    ];
    await world.storage.transact((tx) => tx.certificates.insertMany(extra));
    const refusals = [
      [{ certificateId: 'c2' }, { kind: 'not-yours' }],
      [{ certificateId: 'none' }, { kind: 'not-yours' }],
      [{ certificateId: 'c3' }, { kind: 'certificate-withdrawn' }],
      [{ certificateId: 'c4' }, { kind: 'no-endorsement-needed' }],
      [{ scenario: 'tender' }, { kind: 'unknown-scenario' }],
      [{ validity: { days: 91 } }, { kind: 'too-long', maxDays: 90, lastPossible: '2027-02-17' }],
      [{ validity: { lastDay: day('2026-11-19') } }, { kind: 'too-short', earliest: '2026-11-20' }],
    ] as const;
    for (const [over, refusal] of refusals) expect(await world.request(over)).toEqual({ ok: false, refusal });
    expect(await world.request({ certificateId: 'c5' })).toMatchObject({ ok: true });
  });

  it('takes the day from the zone of the authority', async () => {
    world = await World.open();
    world.clock.set('2026-11-20T23:59:59+08:00');
    expect((await world.requested({ validity: { days: 1 } })).lastDay).toBe('2026-11-20');
    world.clock.set('2026-11-21T00:00:00+08:00');
    expect((await world.requested({ validity: { days: 1 } })).lastDay).toBe('2026-11-21');
  });

  it('is refused a fourth time with the day on which a slot frees, and accepted on that day', async () => {
    world = await World.open();
    for (const days of [30, 60, 90]) await world.valid({ validity: { days } });
    const refusal = { kind: 'quota-used-up', limit: 3, nextFreeOn: '2026-12-20' };
    expect(await world.request()).toEqual({ ok: false, refusal });
    world.clock.set('2026-12-19T23:59:59+08:00');
    expect(await world.request()).toEqual({ ok: false, refusal });
    world.clock.set('2026-12-20T00:00:00+08:00');
    expect(await world.request()).toMatchObject({ ok: true });
  });

  it('gets the slot of one that was revoked where active ones count, and does not where granted ones do', async () => {
    for (const [policy, accepted] of [
      [DEFAULT_POLICY, true],
      [GRANTED, false],
    ] as const) {
      world = await World.open({ policy });
      const { id } = await world.valid();
      await world.valid();
      await world.valid();
      await world.revoke(id);
      expect((await world.request()).ok).toBe(accepted);
      if (accepted) await world.storage.close();
    }
  });

  it.each([DEFAULT_POLICY, GRANTED])('300 times at once records exactly three, on a file', async (policy) => {
    let others: Storage[] = [];
    const folder = mkdtempSync(path.join(tmpdir(), 'jiazhu-'));
    try {
      const url = path.join(folder, 'jiazhu.db');
      world = await World.open({ url, policy });
      // As three processes would: each has a connection of its own.
      others = await Promise.all([1, 2].map(() => openTestStorage(url)));
      const connections = [world.storage, ...others];
      const results = await Promise.all(
        Array.from({ length: 300 }, (_, index) => {
          const ask = world.ask({ validity: { days: 30 } });
          return connections[index % 3]!.transact((tx) => requestEndorsement(tx, world, ask));
        }),
      );
      expect(results.filter((result) => result.ok)).toHaveLength(3);
      const nextFreeOn = policy === GRANTED ? '2027-02-18' : '2026-12-20';
      const refusal = { kind: 'quota-used-up', limit: 3, nextFreeOn };
      expect(results.filter((result) => !result.ok)).toEqual(
        Array.from({ length: 297 }, () => ({ ok: false, refusal })),
      );
      expect(await world.storage.transact((tx) => tx.endorsements.countOfHolder('h1'))).toBe(3);
    } finally {
      await Promise.all(others.map((storage) => storage.close()));
      rmSync(folder, { recursive: true });
    }
  });
});

describe('the offer', () => {
  const offer = () =>
    world.storage.transact((tx) =>
      offerEndorsement(tx, world, { now: world.clock.now(), holderId: 'h1', certificateId: 'c1' }),
    );

  it('has the choices with their last days, and the quota', async () => {
    world = await World.open();
    await world.valid();
    expect(await offer()).toMatchObject({
      ok: true,
      value: {
        certificate: { id: 'c1' },
        qualification: { code: 'licensed-pharmacist' },
        issuer: { id: 'ministry' },
        quota: { used: 1, limit: 3, left: 2 },
        choices: [
          { days: 30, lastDay: '2026-12-19', recommended: false },
          { days: 60, lastDay: '2027-01-18', recommended: false },
          { days: 90, lastDay: '2027-02-17', recommended: true },
        ],
        firstDay: '2026-11-20',
        maxLastDay: '2027-02-17',
      },
    });
  });

  it('is refused as the request would be', async () => {
    world = await World.open();
    for (let count = 0; count < 3; count += 1) await world.requested();
    expect(await offer()).toMatchObject({ refusal: { kind: 'quota-used-up', nextFreeOn: '2027-02-18' } });
    const { clock, storage } = world;
    await storage.transact((tx) => withdrawCertificate(tx, world, { now: clock.now(), certificateId: 'c1' }));
    expect(await offer()).toMatchObject({ refusal: { kind: 'certificate-withdrawn' } });
  });
});

describe('asking for the same again', () => {
  const renew = (endorsementId: string, holderId = 'h1', requestKey = 'again') => {
    const ask = {
      now: world.clock.now(),
      accountId: 'a1',
      holderId,
      endorsementId,
      requestKey,
      progressMessageId: null,
    };
    return world.storage.transact((tx) => renewEndorsement(tx, world, ask));
  };

  it('asks for the certificate, scenario and days of the earlier one, from today', async () => {
    world = await World.open();
    const { id } = await world.valid({ validity: { days: 30 } });
    world.clock.advance({ days: 29 });
    expect(await renew(id)).toMatchObject({
      ok: true,
      value: {
        repeated: false,
        endorsement: { certificateId: 'c1', days: 30, askedOn: '2026-12-19', lastDay: '2027-01-17' },
      },
    });
    expect(await renew(id)).toMatchObject({ value: { repeated: true } });
  });

  it('is only for its holder', async () => {
    world = await World.open();
    const { id } = await world.valid();
    expect(await renew(id, 'h2')).toEqual({ ok: false, refusal: { kind: 'not-yours' } });
    expect(await renew('none')).toEqual({ ok: false, refusal: { kind: 'not-yours' } });
  });
});
