import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { MissingGlyphFault, SignerFault } from '../../../engine/document/faults.ts';
import type { Endorsement } from '../../../engine/endorsement/endorsement.ts';
import { expireLapsed } from '../../../engine/endorsement/expire-endorsements.ts';
import { retryGeneration } from '../../../engine/endorsement/retry-generation.ts';
import { unlinkAccount } from '../../../engine/linking/unlink-account.ts';
import { settleDelivery } from '../../../engine/outbox/settle-delivery.ts';
import type { Transaction } from '../../../engine/ports/storage.ts';
import { countQueue, findInQueue, listQueue, type QueueList } from '../../../engine/staff/queue/queue-lists.ts';
import { settleAll } from '../../../engine/staff/queue/settle-all.ts';
import { type QueueAsk, type QueueDeed, settleQueued } from '../../../engine/staff/queue/settle-queued.ts';
import { DAY_MS, HOUR_MS } from '../../../engine/time/instant.ts';
import { member } from '../../storage/staff-samples.ts';
import { World } from '../world.ts';

let world: World;
beforeEach(async () => {
  world = await World.open();
});
afterEach(() => world.storage.close());

const inTx = <T>(work: (tx: Transaction) => Promise<T>): Promise<T> => world.storage.transact(work);
const counts = () => inTx((tx) => countQueue(tx, world.clock.now()));
const settle = (ask: Omit<QueueAsk, 'now'>) =>
  inTx((tx) => settleQueued(tx, world, { now: world.clock.now(), ...ask }));
const failWith = (fault: Error | undefined): void => {
  world.maker.before = () => (fault ? Promise.reject(fault) : Promise.resolve());
};
const missing = () => new MissingGlyphFault(['𬍛']);

/** Sends the copy of a valid endorsement so that its answer never comes, until it is tried no more. */
async function sendInVain(times: number): Promise<void> {
  for (let attempt = 1; attempt <= times; attempt += 1) {
    await inTx(async (tx) => {
      const [item] = await tx.outbox.due('holder', world.clock.now(), 1);
      if (!item) throw new Error('nothing is due');
      await tx.outbox.claim(item.id);
      const attempted = { ...item, attempts: item.attempts + 1 };
      await settleDelivery(tx, attempted, { kind: 'unknown', detail: 'ECONNRESET' }, world.clock.now());
    });
    world.clock.advance({ ms: HOUR_MS });
  }
}

describe('the queue', () => {
  it('tells what is being made from what is overdue', async () => {
    await world.requested();
    expect(await counts()).toEqual({ generating: 1, overdue: 0, failed: 0, uncertain: 0 });
    world.clock.advance({ ms: DAY_MS + 1 });
    await world.requested();
    expect(await counts()).toEqual({ generating: 1, overdue: 1, failed: 0, uncertain: 0 });
  });

  it('says of each why its last attempt failed, and when the next is', async () => {
    const { id } = await world.requested();
    failWith(new SignerFault('unreachable', 'sign.example.org: ECONNREFUSED'));
    await world.generate();
    const rows = await inTx((tx) => listQueue(tx, world.clock.now(), 'generating'));
    const nextAttemptAt = world.clock.now() + 30_000;
    expect(rows).toMatchObject([{ endorsementId: id, attempts: 1, nextAttemptAt, because: 'unreachable' }]);
  });

  it('keeps what failed until somebody retries or gives it up', async () => {
    const { id } = await world.requested();
    failWith(missing());
    await world.generate();
    expect(await inTx((tx) => findInQueue(tx, world.clock.now(), id))).toMatchObject({
      list: 'failed',
      row: { because: 'missing-glyph' },
    });
    expect(await settle({ list: 'failed', deed: 'give-up', endorsementId: id })).toMatchObject({ ok: true });
    expect(await counts()).toMatchObject({ failed: 0 });
    expect(await world.endorsement(id)).toMatchObject({ status: 'failed' });
  });

  it('shows a copy whose answer never came while it is tried, and when it was given up', async () => {
    const { id } = await world.valid();
    await sendInVain(1);
    const found = () => inTx((tx) => findInQueue(tx, world.clock.now(), id));
    expect(await found()).toMatchObject({ list: 'uncertain', row: { because: 'no-answer', attempts: 1 } });
    await sendInVain(5);
    expect(await found()).toMatchObject({ list: 'uncertain', row: { because: 'not-sent', attempts: 6 } });
  });
});

it('asks nobody to look after a copy that was never sent of an endorsement that is over', async () => {
  const [revoked, lapsed] = [await world.valid(), await world.valid({ validity: { days: 1 } })];
  await sendInVain(12);
  expect(await counts()).toMatchObject({ uncertain: 2 });
  await world.revoke(revoked.id);
  expect(await counts()).toMatchObject({ uncertain: 1 });
  world.clock.advance({ ms: DAY_MS });
  await expireLapsed(world.storage, world.zone, world.clock.now());
  expect(await world.endorsement(lapsed.id)).toMatchObject({ status: 'expired' });
  expect(await counts()).toMatchObject({ uncertain: 0 });
});

describe('retrying', () => {
  it('lets a copy that waits for its next attempt wait no longer', async () => {
    const { id } = await world.requested();
    failWith(new SignerFault('unreachable', 'sign.example.org: ECONNREFUSED'));
    await world.generate();
    failWith(undefined);
    expect(await world.generate()).toBe('idle');
    expect(await settle({ list: 'generating', deed: 'retry', endorsementId: id })).toMatchObject({ ok: true });
    expect(await world.generate()).toBe('made');
  });

  it('makes the copy of one that had failed, which keeps its days, and the holder gets it', async () => {
    const asked = await world.requested();
    failWith(missing());
    await world.generate();
    failWith(undefined);
    world.clock.advance({ ms: 3 * DAY_MS });
    expect(await settle({ list: 'failed', deed: 'retry', endorsementId: asked.id })).toMatchObject({ ok: true });
    expect(await world.alerts()).toEqual([]);
    expect(await world.generate()).toBe('made');
    expect(await world.endorsement(asked.id)).toMatchObject({
      status: 'valid',
      lastDay: asked.lastDay,
      endedAt: null,
      endedBecause: null,
    });
    expect((await world.queued()).map(({ message }) => message.kind)).toEqual(['copy']);
  });

  it('can fail again, and alerts again', async () => {
    const { id } = await world.requested();
    failWith(missing());
    await world.generate();
    await settle({ list: 'failed', deed: 'retry', endorsementId: id });
    expect(await world.generate()).toBe('failed');
    expect(await counts()).toMatchObject({ failed: 1 });
  });

  it('is refused when the holder has used the slot that it gave back', async () => {
    const { id } = await world.requested();
    failWith(missing());
    await world.generate();
    failWith(undefined);
    for (let n = 0; n < world.policy.quota.limit; n += 1) await world.valid();
    const retried = await settle({ list: 'failed', deed: 'retry', endorsementId: id });
    expect(retried).toMatchObject({ ok: false, refusal: { kind: 'quota-used-up' } });
    expect(await world.endorsement(id)).toMatchObject({ status: 'failed' });
  });

  it('is refused when its last day is over, its certificate withdrawn, or it was made meanwhile', async () => {
    const late = await world.requested({ validity: { days: 1 } });
    failWith(missing());
    await world.generate();
    failWith(undefined);
    const made = await world.valid();
    world.clock.advance({ ms: DAY_MS });
    const retry = (endorsementId: string) =>
      inTx((tx) => retryGeneration(tx, world, { now: world.clock.now(), endorsementId }));
    expect(await retry(late.id)).toMatchObject({ refusal: { kind: 'too-late', lastDay: late.lastDay } });
    expect(await retry(made.id)).toMatchObject({ refusal: { kind: 'nothing-to-retry', status: 'valid' } });
    expect(await retry('nobody-knows')).toMatchObject({ refusal: { kind: 'no-such-endorsement' } });
    const failed = await world.requested();
    failWith(missing());
    await world.generate();
    await inTx((tx) => tx.certificates.changeStatus('c1', 'valid', 'withdrawn'));
    expect(await retry(failed.id)).toMatchObject({ refusal: { kind: 'certificate-withdrawn' } });
  });

  it('is done once, however many members try at the same moment', async () => {
    const { id } = await world.requested();
    failWith(missing());
    await world.generate();
    failWith(undefined);
    const retry = () => settle({ list: 'failed', deed: 'retry', endorsementId: id });
    await Promise.all([retry(), retry(), retry()]);
    expect(await world.generate()).toBe('made');
    expect(await world.generate()).toBe('idle');
    expect(world.maker.made).toBe(1);
  });

  it('sends a copy once more that may not have arrived, also after the attempts had ended', async () => {
    const { id } = await world.valid();
    await sendInVain(6);
    expect(await world.queued()).toEqual([]);
    expect(await settle({ list: 'uncertain', deed: 'retry', endorsementId: id })).toMatchObject({ ok: true });
    expect(await world.queued()).toMatchObject([{ message: { kind: 'copy', endorsementId: id } }]);
    expect(await counts()).toMatchObject({ uncertain: 0 });
    const again = await settle({ list: 'uncertain', deed: 'retry', endorsementId: id });
    expect(again).toMatchObject({ refusal: { kind: 'nothing-uncertain' } });
  });
});

it('is settled line by line, without looking at all the others for each', async () => {
  const { id } = await world.valid();
  await sendInVain(6);
  const ask = { now: world.clock.now(), list: 'uncertain', endorsementId: id } as const;
  await inTx(async (tx) => {
    const readAll = vi.spyOn(tx.alerts, 'openOfKind');
    expect(await findInQueue(tx, world.clock.now(), id)).toMatchObject({ list: 'uncertain' });
    for (const deed of ['retry', 'give-up'] as const) await settleQueued(tx, world, { ...ask, deed });
    expect(readAll).not.toHaveBeenCalled();
  });
});

it('stays in the list while its holder is linked with nobody, to whom it could be sent', async () => {
  const { id } = await world.valid();
  await sendInVain(6);
  await inTx((tx) => unlinkAccount(tx, { now: world.clock.now(), accountId: 'a1', because: 'by-holder' }));
  const ask = { list: 'uncertain', deed: 'retry', endorsementId: id } as const;
  expect(await settle(ask)).toMatchObject({ refusal: { kind: 'nobody' } });
  expect(await counts()).toMatchObject({ uncertain: 1 });
  await world.link('a1', 'h1');
  expect(await settle(ask)).toMatchObject({ ok: true });
});

describe('giving up', () => {
  it('frees the slot, tells the holder, and alerts nobody', async () => {
    const { id } = await world.requested();
    expect(await settle({ list: 'generating', deed: 'give-up', endorsementId: id })).toMatchObject({ ok: true });
    expect(await world.endorsement(id)).toMatchObject({ status: 'failed', endedBecause: 'given-up' });
    expect((await world.queued()).map(({ message }) => message.kind)).toEqual(['failed']);
    expect(await world.alerts()).toEqual([]);
    expect(await world.generate()).not.toBe('made');
    for (let n = 0; n < world.policy.quota.limit; n += 1) await world.valid();
  });

  it('is refused once the copy was made', async () => {
    const { id } = await world.valid();
    const given = await settle({ list: 'generating', deed: 'give-up', endorsementId: id });
    expect(given).toMatchObject({ refusal: { kind: 'nothing-to-give-up', status: 'valid' } });
  });

  it('leaves a copy alone whose arrival is uncertain', async () => {
    const { id } = await world.valid();
    await sendInVain(1);
    expect(await settle({ list: 'uncertain', deed: 'give-up', endorsementId: id })).toMatchObject({ ok: true });
    expect(await world.queued()).toEqual([]);
    expect(await world.endorsement(id)).toMatchObject({ status: 'valid' });
  });
});

describe('all of a list', () => {
  const WHO = member(1, { role: 'supervisor' });
  const all = (deed: QueueDeed, list: QueueList = 'failed', onProgress = (): void => undefined) =>
    settleAll(world, { memberId: WHO.id, list, deed, onProgress });
  const audited = () => inTx((tx) => tx.staff.audit.search({ memberId: WHO.id }, { offset: 0, limit: 200 }));

  async function failed(count: number): Promise<Endorsement[]> {
    failWith(missing());
    const asked: Endorsement[] = [];
    for (let n = 0; n < count; n += 1) {
      asked.push(await world.requested());
      await world.generate();
    }
    failWith(undefined);
    return asked;
  }

  beforeEach(() => inTx((tx) => tx.staff.members.insert(WHO)));

  it('leaves an audit row for each line, which says whom it was about and what was refused', async () => {
    const asked = await failed(4);
    expect(await all('retry')).toEqual({ done: 3, refused: 1, stopped: null });
    const rows = await audited();
    expect(new Set(rows.map(({ about }) => about))).toEqual(new Set(asked.map(({ number }) => number)));
    expect(rows).toHaveLength(4);
    expect(rows.every(({ holderId, capability }) => holderId === 'h1' && capability === 'retry')).toBe(true);
    expect(rows.every(({ facts }) => facts['list'] === 'failed')).toBe(true);
    expect(rows.filter(({ refusal }) => refusal === 'quota-used-up')).toHaveLength(1);
  });

  it('stops when the member may no longer do it', async () => {
    await failed(60);
    const suspend = (): void => void inTx((tx) => tx.staff.members.changeStatus(WHO.id, 'active', 'suspended'));
    expect(await all('give-up', 'failed', suspend)).toEqual({ done: 50, refused: 0, stopped: { kind: 'suspended' } });
    expect(await counts()).toMatchObject({ failed: 10 });
    const [last, ...before] = await audited();
    expect(last).toMatchObject({ refusal: 'suspended', about: null });
    expect(before).toHaveLength(50);
  });
});
