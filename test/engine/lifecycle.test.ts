import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { expireLapsed } from '../../engine/endorsement/expire-endorsements.ts';
import { fetchCopy, fetchPlainCopy } from '../../engine/endorsement/fetch-copy.ts';
import { listEndorsements, viewEndorsement } from '../../engine/endorsement/list-endorsements.ts';
import { listCertificates, viewCertificate } from '../../engine/registry/list-certificates.ts';
import { withdrawCertificate } from '../../engine/registry/withdraw-certificate.ts';
import { HOUR_MS, later } from '../../engine/time/instant.ts';
import { day } from './arbitraries.ts';
import { AUCTIONEER, certificateOf, holderNamed, World } from './world.ts';

let world: World;
beforeEach(async () => {
  world = await World.open();
});
afterEach(() => world.storage.close());

const copyOf = (id: string) => world.storage.transact((tx) => tx.copies.get(id));
const notYours = { ok: false, refusal: { kind: 'not-yours' } };

function fetch(endorsementId: string, updateId = 1, holderId = 'h1') {
  const ask = { now: world.clock.now(), accountId: 'a1', holderId, endorsementId, updateId };
  return world.storage.transact((tx) => fetchCopy(tx, world, ask));
}

function withdraw(certificateId: string) {
  return world.storage.transact((tx) => withdrawCertificate(tx, world, { now: world.clock.now(), certificateId }));
}

const expire = () => expireLapsed(world.storage, world.zone, world.clock.now());

describe('fetching a copy', () => {
  it('queues it ahead of everything, once for one update', async () => {
    const { id } = await world.valid();
    expect(await fetch(id, 8)).toMatchObject({ ok: true });
    expect(await fetch(id, 8)).toMatchObject({ ok: true });
    expect(await fetch(id, 9)).toMatchObject({ ok: true });
    const message = { kind: 'copy', endorsementId: id, firstTime: false };
    expect(await world.queued()).toMatchObject([{ key: `copy:${id}:again:8`, priority: 0, message }]);
    expect(await world.storage.transact((tx) => tx.outbox.count('holder', 'queued'))).toBe(3);
  });

  it('is possible through the last day and not after', async () => {
    const { id } = await world.valid({ validity: { days: 2 } });
    world.clock.set('2026-11-21T23:59:59+08:00');
    expect(await fetch(id)).toMatchObject({ ok: true });
    world.clock.set('2026-11-22T00:00:00+08:00');
    const gone = { ok: false, refusal: { kind: 'expired', lastDay: '2026-11-21' } };
    expect(await fetch(id)).toEqual(gone);
    await expire();
    expect(await fetch(id)).toEqual(gone);
  });

  it('is refused with the reason otherwise', async () => {
    const { id, requestedAt } = await world.requested();
    const promisedBy = later(requestedAt, 24 * HOUR_MS);
    expect(await fetch(id)).toEqual({ ok: false, refusal: { kind: 'still-generating', promisedBy } });
    expect(await fetch(id, 1, 'h2')).toEqual(notYours);
    expect(await fetch('none')).toEqual(notYours);
    await world.revoke(id);
    expect(await fetch(id)).toEqual({ ok: false, refusal: { kind: 'revoked' } });
    world.clock.set('2026-11-20T23:59:00+08:00');
    const late = await world.requested({ validity: { days: 1 } });
    world.clock.advance({ days: 1 });
    while ((await world.generate()) !== 'idle');
    expect(await fetch(late.id)).toEqual({ ok: false, refusal: { kind: 'failed' } });
  });
});

describe('a certificate that needs no endorsement', () => {
  const fetchPlain = (certificateId: string, holderId = 'h1') => {
    const ask = { now: world.clock.now(), accountId: 'a1', holderId, certificateId, updateId: 3 };
    return world.storage.transact((tx) => fetchPlainCopy(tx, world, ask));
  };

  it('has its plain copy delivered at once', async () => {
    const plain = certificateOf('h1', 'c9', { qualification: AUCTIONEER.code, issuedOn: day('2021-12-16') });
    await world.storage.transact((tx) => tx.certificates.insertMany([plain]));
    expect(await fetchPlain('c9')).toEqual({ ok: true, value: { certificateId: 'c9' } });
    const message = { kind: 'plain-copy', certificateId: 'c9' };
    expect(await world.queued()).toEqual([{ key: 'plain-copy:c9:3', accountId: 'a1', priority: 1, message }]);
    expect(await fetchPlain('c1')).toEqual({ ok: false, refusal: { kind: 'endorsement-needed' } });
    expect(await fetchPlain('c9', 'h2')).toEqual(notYours);
    await withdraw('c9');
    expect(await fetchPlain('c9')).toEqual({ ok: false, refusal: { kind: 'certificate-withdrawn' } });
  });
});

describe('revoking', () => {
  it('ends it, deletes the copy and drops what was queued about it', async () => {
    const { id } = await world.valid();
    expect(await world.revoke(id)).toMatchObject({ ok: true, value: { status: 'revoked', endedBecause: 'holder' } });
    expect(await world.endorsement(id)).toMatchObject({ status: 'revoked', endedAt: world.clock.now() });
    expect(await copyOf(id)).toBeUndefined();
    expect(await world.queued()).toEqual([]);
    expect((await world.endorsement(id)).sha256).not.toBeNull();
  });

  it('is for its holder, once, and not after the end', async () => {
    const { id } = await world.valid({ validity: { days: 1 } });
    expect(await world.revoke(id, { holderId: 'h2' })).toEqual(notYours);
    expect(await world.revoke('none')).toEqual(notYours);
    world.clock.advance({ days: 1 });
    expect(await world.revoke(id)).toEqual({ ok: false, refusal: { kind: 'already-over', standing: 'expired' } });
    const next = await world.valid();
    await world.revoke(next.id);
    expect(await world.revoke(next.id)).toEqual({ ok: false, refusal: { kind: 'already-over', standing: 'revoked' } });
  });

  it('by staff tells the holder', async () => {
    const { id } = await world.valid();
    expect(await world.revoke(id, { holderId: null, cause: 'staff' })).toMatchObject({ ok: true });
    expect(await world.queued()).toMatchObject([{ key: `revoked:${id}`, accountId: 'a1' }]);
  });
});

describe('withdrawing a certificate', () => {
  it('revokes what is endorsed of it, tells the holder, and happens once', async () => {
    const [first, second] = [await world.valid(), await world.requested()];
    expect(await withdraw('c1')).toEqual({ ok: true, value: { revoked: 2 } });
    for (const { id } of [first, second]) {
      expect(await world.endorsement(id)).toMatchObject({ status: 'revoked', endedBecause: 'certificate-withdrawn' });
    }
    expect(await world.storage.transact((tx) => tx.outbox.count('holder', 'queued'))).toBe(2);
    expect(await withdraw('c1')).toEqual({ ok: false, refusal: { kind: 'already-withdrawn' } });
    expect(await withdraw('none')).toEqual({ ok: false, refusal: { kind: 'no-such-certificate' } });
  });
});

describe('expiry', () => {
  it('marks what is past its last day and deletes its copy, however many there are', async () => {
    const ids = Array.from({ length: 101 }, (_, index) => `x${index}`);
    await world.storage.transact((tx) => tx.certificates.insertMany(ids.map((id) => certificateOf('h1', id))));
    for (const certificateId of ids) await world.valid({ certificateId, validity: { days: 1 } });
    const stays = await world.valid({ validity: { days: 2 } });
    expect(await expire()).toBe(0);
    world.clock.advance({ days: 1 });
    expect(await expire()).toBe(101);
    expect(await expire()).toBe(0);
    expect((await world.endorsement(stays.id)).status).toBe('valid');
    expect(await copyOf(stays.id)).toBeDefined();
    const [oldest] = await world.storage.transact((tx) => tx.endorsements.ofCertificate('x0', ['expired']));
    expect(oldest).toMatchObject({ endedAt: world.clock.now() });
    expect(await copyOf(oldest!.id)).toBeUndefined();
  });
});

describe('lists', () => {
  it('show a holder their endorsements as they stand today, newest first, and nobody else', async () => {
    const old = await world.valid({ validity: { days: 1 } });
    world.clock.advance({ days: 1 });
    const current = await world.valid({ validity: { days: 30 } });
    world.clock.advance({ hours: 1 });
    const underWay = await world.requested();
    const list = (holderId: string, offset = 0, limit = 10) =>
      world.storage.transact((tx) =>
        listEndorsements(tx, world, { now: world.clock.now(), holderId, page: { offset, limit } }),
      );
    const { items, total } = await list('h1');
    expect(total).toBe(3);
    expect(items).toMatchObject([
      { endorsement: { id: underWay.id }, standing: 'generating', daysLeft: 90 },
      {
        endorsement: { id: current.id },
        standing: 'valid',
        daysLeft: 30,
        qualification: { code: 'licensed-pharmacist' },
      },
      { endorsement: { id: old.id }, standing: 'expired', daysLeft: 0, certificate: { id: 'c1' } },
    ]);
    expect((await list('h1', 2, 2)).items).toHaveLength(1);
    expect(await list('h2')).toEqual({ items: [], total: 0 });
    const view = (holderId: string) =>
      world.storage.transact((tx) =>
        viewEndorsement(tx, world, { now: world.clock.now(), holderId, endorsementId: current.id }),
      );
    expect(await view('h1')).toMatchObject({ ok: true, value: { standing: 'valid' } });
    expect(await view('h2')).toEqual(notYours);
  });

  it('show a holder their certificates and nobody else', async () => {
    await world.addHolder(holderNamed('h2', { documentNumber: '110105194912310003' }));
    const { storage, catalogue } = world;
    const list = (holderId: string) => storage.transact((tx) => listCertificates(tx, catalogue, holderId));
    expect(await list('h1')).toMatchObject([
      { certificate: { id: 'c1' }, needsEndorsement: true, issuer: { id: 'ministry' } },
    ]);
    expect(await list('h2')).toEqual([]);
    const view = (holderId: string) =>
      storage.transact((tx) => viewCertificate(tx, catalogue, { holderId, certificateId: 'c1' }));
    expect(await view('h1')).toMatchObject({ ok: true });
    expect(await view('h2')).toEqual(notYours);
  });
});
