import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Audience } from '../../../engine/broadcast/broadcast.ts';
import { feedBroadcasts } from '../../../engine/broadcast/feed-broadcasts.ts';
import { planBroadcast } from '../../../engine/broadcast/plan-broadcast.ts';
import { steerBroadcast, type Steering } from '../../../engine/broadcast/steer-broadcast.ts';
import { deliverDue } from '../../../engine/outbox/deliver.ts';
import type { Courier } from '../../../engine/ports/courier.ts';
import type { Transaction } from '../../../engine/ports/storage.ts';
import { addDays } from '../../../engine/time/civil-date.ts';
import { HOUR_MS, type Instant, later } from '../../../engine/time/instant.ts';
import { member } from '../../storage/staff-samples.ts';
import { AUCTIONEER, certificateOf, holderNamed, World } from '../world.ts';

const MEMBER = member(1, { role: 'supervisor' });
const MINUTE_MS = 60_000;
const OTHER = member(2, { role: 'supervisor' });

let world: World;
let received: string[];
beforeEach(async () => {
  received = [];
  world = await World.open();
  await inTx(async (tx) => {
    for (const one of [MEMBER, OTHER]) await tx.staff.members.insert(one);
  });
});
afterEach(() => world.storage.close());

const inTx = <T>(work: (tx: Transaction) => Promise<T>): Promise<T> => world.storage.transact(work);
const now = () => world.clock.now();
const feed = () => feedBroadcasts(world.storage, world.zone, now());

async function people(count: number): Promise<void> {
  for (let n = 2; n < count + 1; n += 1) {
    const documentNumber = `P${String(n).padStart(6, '0')}`;
    const holder = holderNamed(`h${n}`, { documentType: 'passport', documentNumber });
    await world.addHolder(holder, [certificateOf(`h${n}`, `c${n}`)]);
    await world.addAccount(`a${n}`);
    await world.link(`a${n}`, `h${n}`);
  }
}

async function planned(audience: Audience = { kind: 'linked' }, startAt: Instant | null = null): Promise<string> {
  const texts = { 'zh-CN': '系统将于今晚维护。', en: 'There will be maintenance tonight.' };
  const plan = { now: now(), memberId: MEMBER.id, audience, texts, startAt };
  const result = await inTx((tx) => planBroadcast(tx, world, plan));
  if (!result.ok) throw new Error(result.refusal.kind);
  return result.value.id;
}

const steer = (id: string, steering: Steering, memberId = MEMBER.id) =>
  inTx((tx) => steerBroadcast(tx, { now: now(), memberId, id, steering }));
const progress = (id: string) =>
  inTx(async (tx) => {
    const broadcast = await tx.broadcasts.get(id);
    if (!broadcast) throw new Error(`no broadcast ${id}`);
    const { sent, failed } = broadcast;
    return { sent, failed, waiting: await tx.broadcasts.waiting(id) };
  });

/** Notes who got a broadcast; `dies` makes the process end in the middle of sending. */
const courier: Courier = {
  async deliver({ accountId, message }, claim) {
    if (!(await claim())) return { kind: 'again', detail: 'not claimed' };
    if (message.kind === 'broadcast') received.push(accountId);
    return { kind: 'sent', messageId: received.length };
  },
};

async function send(by: Courier = courier): Promise<number> {
  const round = await deliverDue({ ...world, bot: 'holder', courier: by, owner: 'test', onFault: () => undefined });
  return round.leased ? round.handled : 0;
}

async function sendAll(): Promise<void> {
  while ((await feed()) > 0 || (await send()) > 0);
}

describe('a broadcast', () => {
  it('reaches everybody of its audience once, and is done when they have it', async () => {
    await people(30);
    const id = await planned();
    await sendAll();
    expect(received).toHaveLength(30);
    expect(new Set(received).size).toBe(30);
    expect(await inTx((tx) => tx.broadcasts.get(id))).toMatchObject({ status: 'done', expected: 30 });
    const [done] = await inTx((tx) => tx.outbox.due('staff', now(), 10));
    expect(done).toMatchObject({ accountId: MEMBER.id, message: { kind: 'broadcast-done', broadcastId: id } });
  });

  it('goes to nobody twice, however often the service starts again', async () => {
    await people(20);
    const id = await planned();
    await feed();
    await send();
    // A process that dies after the claim, and a courier that does: what was under way stays in doubt, and is not sent
    // again.
    await inTx(async (tx) => {
      for (const { id: item } of await tx.outbox.due('holder', now(), 2)) await tx.outbox.claim(item);
    });
    await send({ deliver: (_, claim) => claim().then(() => Promise.reject(new Error('died'))) });
    await sendAll();
    expect(new Set(received).size).toBe(received.length);
    const { sent, failed, waiting } = await progress(id);
    expect({ sent, all: sent + failed, waiting }).toEqual({ sent: received.length, all: 20, waiting: 0 });
    expect(failed).toBeGreaterThan(2);
  });

  it('starts at its time', async () => {
    await planned({ kind: 'linked' }, later(now(), HOUR_MS));
    await sendAll();
    expect(received).toEqual([]);
    world.clock.advance({ ms: HOUR_MS });
    await sendAll();
    expect(received).toEqual(['a1']);
  });

  it('goes to holders with something that ends before a day', async () => {
    await people(3);
    await world.valid({ validity: { days: 30 } });
    await world.valid({ accountId: 'a2', holderId: 'h2', certificateId: 'c2', validity: { days: 60 } });
    const today = world.zone.dateOf(now());
    await planned({ kind: 'expiring', before: addDays(today, 31) });
    await sendAll();
    expect(received).toEqual(['a1']);
  });

  it('goes to holders of a qualification that is not withdrawn', async () => {
    await world.addHolder(holderNamed('h2', { documentType: 'passport', documentNumber: 'P2' }), [
      certificateOf('h2', 'c2', { qualification: AUCTIONEER.code }),
    ]);
    await world.addAccount('a2');
    await world.link('a2', 'h2');
    await planned({ kind: 'qualification', code: AUCTIONEER.code });
    await sendAll();
    expect(received).toEqual(['a2']);
    await inTx((tx) => tx.certificates.changeStatus('c2', 'valid', 'withdrawn'));
    await expect(planned({ kind: 'qualification', code: AUCTIONEER.code })).rejects.toThrow('nobody');
  });

  it('leaves out those who block the bot', async () => {
    await people(2);
    await inTx((tx) => tx.accounts.setBlocked('a1', now()));
    await planned();
    await sendAll();
    expect(received).toEqual(['a2']);
  });

  it.each([
    ['empty-text', { texts: { 'zh-CN': ' ', en: 'x' } }],
    ['long-text', { texts: { 'zh-CN': '字'.repeat(2001), en: 'x' } }],
    ['unknown-qualification', { audience: { kind: 'qualification', code: 'none' } as const }],
    ['past-time', { startAt: 0 as Instant }],
    ['far-time', { startAt: 9e12 as Instant }],
  ])('is refused when it can’t be meant: %s', async (kind, change) => {
    const texts = { 'zh-CN': '好', en: 'x' };
    const plan = { now: now(), memberId: MEMBER.id, audience: { kind: 'linked' } as const, texts, startAt: null };
    const result = await inTx((tx) => planBroadcast(tx, world, { ...plan, ...change }));
    expect(result).toMatchObject({ ok: false, refusal: { kind } });
  });
});

describe('a broadcast under way', () => {
  it('stands still while it is paused, what waits in the outbox too, and goes on when resumed', async () => {
    await people(10);
    const id = await planned();
    await feed();
    await send();
    const before = received.length;
    expect(await steer(id, 'pause')).toEqual({ ok: true, value: 'paused' });
    await sendAll();
    expect(received).toHaveLength(before);
    await steer(id, 'resume');
    world.clock.advance({ ms: HOUR_MS });
    await sendAll();
    expect(new Set(received).size).toBe(10);
    expect(received).toHaveLength(10);
  });

  it('reaches everybody after a long pause, though the messenger stutters then', async () => {
    const id = await planned();
    await feed();
    await steer(id, 'pause');
    for (let looks = 0; looks < 50; looks += 1) {
      await send();
      world.clock.advance({ ms: MINUTE_MS });
    }
    await steer(id, 'resume');
    await feed();
    await send({ deliver: async (_, claim) => ({ kind: 'again', detail: `429, ${await claim()}` }) });
    world.clock.advance({ ms: HOUR_MS });
    await sendAll();
    expect(received).toEqual(['a1']);
    expect(await world.alerts()).toEqual([]);
  });

  it('holds up no other while it is paused', async () => {
    await people(10);
    const paused = await planned();
    await feed();
    await steer(paused, 'pause');
    await sendAll();
    expect(received).toEqual([]);
    const other = await planned();
    await sendAll();
    expect(received).toHaveLength(10);
    expect(await inTx((tx) => tx.broadcasts.get(other))).toMatchObject({ status: 'done' });
  });

  it('ends where it is when cancelled', async () => {
    await people(10);
    const id = await planned();
    await feed();
    await send();
    const before = received.length;
    await steer(id, 'cancel');
    world.clock.advance({ ms: HOUR_MS });
    await sendAll();
    expect(received).toHaveLength(before);
    expect(await progress(id)).toMatchObject({ sent: before, waiting: 0 });
    expect(await steer(id, 'resume')).toMatchObject({ ok: false, refusal: { kind: 'not-now', status: 'cancelled' } });
  });

  it('is steered by one of two members at once; the other learns by whom', async () => {
    const id = await planned();
    const [first, second] = await Promise.all([steer(id, 'cancel', MEMBER.id), steer(id, 'cancel', OTHER.id)]);
    expect(first).toMatchObject({ ok: true });
    expect(second).toMatchObject({ ok: false, refusal: { kind: 'not-now', status: 'cancelled', by: MEMBER.id } });
  });

  it('puts no more into the outbox than can be stopped soon', async () => {
    await people(5);
    const id = await planned();
    for (let n = 0; n < 3; n += 1) await feedBroadcasts(world.storage, world.zone, now(), 2);
    expect(await progress(id)).toEqual({ sent: 0, failed: 0, waiting: 2 });
  });
});
