import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { deliverDue, type Round, SENDER_LEASE_MS, stopDelivering } from '../../engine/outbox/deliver.ts';
import { enqueue } from '../../engine/outbox/enqueue.ts';
import type { OutboxItem } from '../../engine/outbox/outbox-item.ts';
import type { Courier, Delivery } from '../../engine/ports/courier.ts';
import { World } from './world.ts';

const SENT: Delivery = { kind: 'sent', messageId: 1 };

class FakeCourier implements Courier {
  delivered: OutboxItem[] = [];
  answer: (item: OutboxItem) => Promise<Delivery> = async () => SENT;

  async deliver(item: OutboxItem, claim: () => Promise<boolean>): Promise<Delivery> {
    if (!(await claim())) return { kind: 'again', detail: 'not claimed' };
    this.delivered.push(item);
    return this.answer(item);
  }

  get keys(): string[] {
    return this.delivered.map(({ key }) => key);
  }
}

let world: World;
let courier: FakeCourier;
beforeEach(async () => {
  world = await World.open();
  courier = new FakeCourier();
});
afterEach(() => world.storage.close());

function round(owner = 'sender', by: Courier = courier): Promise<Round> {
  const { storage, clock, policy, zone, faults } = world;
  return deliverDue({
    storage,
    clock,
    policy,
    zone,
    bot: 'holder',
    courier: by,
    owner,
    onFault: (fault) => faults.push(fault),
  });
}

const count = (status: OutboxItem['status']) => world.storage.transact((tx) => tx.outbox.count('holder', status));
const handled = (outcome: string) => ({ leased: true, handled: 1, outcomes: { [outcome]: 1 } });
const nothing = { leased: true, handled: 0, outcomes: {} };

describe('the sender', () => {
  it('comes back to what is still being made, which costs it none of its attempts', async () => {
    const link = { key: 'moved', accountId: 'a1', message: { kind: 'link-moved' } } as const;
    await world.storage.transact((tx) => enqueue(tx, world.clock.now(), link));
    const making: Courier = { deliver: async () => ({ kind: 'not-ready', afterMs: 1000 }) };
    for (let n = 0; n < 45; n += 1) {
      expect(await round('sender', making)).toEqual(handled('later'));
      expect(await round('sender', making)).toEqual(nothing);
      world.clock.advance({ ms: 1000 });
    }
    expect(await round()).toEqual(handled('sent'));
    expect(courier.delivered).toMatchObject([{ attempts: 1 }]);
  });

  it('tries again what was to be made anew when its turn had come', async () => {
    const link = { key: 'moved', accountId: 'a1', message: { kind: 'link-moved' } } as const;
    await world.storage.transact((tx) => enqueue(tx, world.clock.now(), link));
    courier.answer = async () => ({ kind: 'not-ready', afterMs: 1000 });
    expect(await round()).toEqual(handled('again'));
    world.clock.advance({ ms: 1000 });
    courier.answer = async () => SENT;
    expect(await round()).toEqual(handled('sent'));
  });

  it('leaves what waits for its turn as it was when it dies, so that the next one sends it', async () => {
    const link = { key: 'moved', accountId: 'a1', message: { kind: 'link-moved' } } as const;
    await world.storage.transact((tx) => enqueue(tx, world.clock.now(), link));
    const waiting = Promise.withResolvers<Delivery>();
    const dying: Courier = { deliver: () => waiting.promise };
    void round('dying', dying);
    expect(await count('sending')).toBe(0);
    world.clock.advance({ ms: SENDER_LEASE_MS });
    expect(await round('living')).toEqual(handled('sent'));
    expect(courier.keys).toEqual(['moved']);
    waiting.resolve({ kind: 'again', detail: 'too late' });
  });

  it('sends nothing that ended while it waited for its turn', async () => {
    const { id } = await world.valid();
    const late: Courier = {
      async deliver(item, claim) {
        await world.revoke(id);
        return courier.deliver(item, claim);
      },
    };
    expect(await round('sender', late)).toMatchObject({ leased: true, handled: 1 });
    expect(courier.keys).toEqual([]);
  });

  it('hands over what is due once, and keeps the handle of an uploaded copy', async () => {
    const { id } = await world.valid();
    courier.answer = async () => ({ kind: 'sent', messageId: 5, fileId: 'file-1' });
    expect(await round()).toEqual(handled('sent'));
    expect(await round()).toEqual(nothing);
    expect(courier.keys).toEqual([`copy:${id}:first`]);
    expect(courier.delivered[0]).toMatchObject({ attempts: 1, accountId: 'a1' });
    expect(await world.storage.transact((tx) => tx.copies.fileId(id, 'holder'))).toBe('file-1');
  });

  it('keeps each chat in order, one item a round, and what is more urgent first', async () => {
    await world.addAccount('a2');
    await world.storage.transact(async (tx) => {
      const now = world.clock.now();
      const message = { kind: 'link-moved' } as const;
      for (const [key, accountId, priority] of [
        ['1', 'a1', 3],
        ['2', 'a1', 1],
        ['3', 'a1', 1],
        ['4', 'a1', 0],
        ['5', 'a2', 2],
      ] as const) {
        await enqueue(tx, now, { key, accountId, priority, message });
      }
    });
    for (let turn = 0; turn < 4; turn += 1) await round();
    expect(courier.keys.filter((key) => key !== '5')).toEqual(['4', '2', '3', '1']);
    expect(courier.keys.indexOf('5')).toBeLessThan(2);
  });

  it('waits as long as the messenger says, and longer each time when it says nothing', async () => {
    await world.valid();
    courier.answer = async () => ({ kind: 'again', afterMs: 30_000, detail: '429' });
    expect(await round()).toEqual(handled('again'));
    world.clock.advance({ ms: 29_999 });
    expect(await round()).toEqual(nothing);
    world.clock.advance({ ms: 1 });
    courier.answer = async () => ({ kind: 'again', detail: 'not reached' });
    expect(await round()).toEqual(handled('again'));
    world.clock.advance({ ms: 9_999 });
    expect(await round()).toEqual(nothing);
    world.clock.advance({ ms: 1 });
    courier.answer = async () => SENT;
    expect(await round()).toEqual(handled('sent'));
    expect(await world.alerts()).toEqual([]);
  });

  it('gives up after a day and a half of attempts, and alerts staff', async () => {
    const { id } = await world.valid();
    const started = world.clock.now();
    courier.answer = async () => ({ kind: 'again', detail: 'not reached' });
    while ((await count('dead')) === 0) {
      await round();
      world.clock.advance({ ms: 300_000 });
    }
    expect(courier.delivered).toHaveLength(40);
    expect(world.clock.now() - started).toBeGreaterThan(24 * 3_600_000);
    const facts = { key: `copy:${id}:first`, kind: 'copy', attempts: 40, detail: 'not reached' };
    expect(await world.alerts()).toMatchObject([{ kind: 'outbox-dead', facts }]);
  });

  it('buries what the messenger calls wrong at once, and alerts staff', async () => {
    await world.valid();
    courier.answer = async () => ({ kind: 'refused', reason: 'bad-request', detail: 'file is empty' });
    expect(await round()).toEqual(handled('dead'));
    expect(await world.alerts()).toMatchObject([{ kind: 'outbox-dead', facts: { detail: 'file is empty' } }]);
  });

  it('lets a person who blocks the bot be, until that person asks for something', async () => {
    const first = await world.valid();
    await world.valid();
    courier.answer = async () => ({ kind: 'refused', reason: 'blocked', detail: '403' });
    expect(await round()).toEqual(handled('dead'));
    expect(await round()).toEqual(handled('dropped'));
    expect(courier.delivered).toHaveLength(1);
    expect(await world.alerts()).toEqual([]);
    const account = () => world.storage.transact((tx) => tx.accounts.get('a1'));
    expect((await account())?.blockedAt).toBe(world.clock.now());
    courier.answer = async () => SENT;
    const message = { kind: 'copy', endorsementId: first.id, firstTime: false } as const;
    const again = { key: 'again', accountId: 'a1', priority: 0, message } as const;
    await world.storage.transact((tx) => enqueue(tx, world.clock.now(), again));
    expect(await round()).toEqual(handled('sent'));
    expect((await account())?.blockedAt).toBeNull();
  });

  it('says nothing that is no longer so', async () => {
    const { id } = await world.valid();
    const link = await world.storage.transact((tx) => tx.links.activeOfAccount('a1'));
    await world.storage.transact((tx) => tx.links.end(link!.id, 'by-holder', world.clock.now()));
    expect(await round()).toEqual(handled('dropped'));
    expect(courier.delivered).toEqual([]);

    await world.link('a1', 'h1');
    const next = await world.valid();
    await world.revoke(next.id);
    expect(await round()).toEqual(nothing);

    await world.valid({ validity: { days: 1 } });
    world.clock.advance({ days: 1 });
    expect(await round()).toEqual(handled('dropped'));
    expect(courier.delivered).toEqual([]);
    expect((await world.endorsement(id)).status).toBe('valid');
  });
});

describe('a send whose answer never came', () => {
  it('is made again for a copy', async () => {
    await world.valid();
    courier.answer = async () => ({ kind: 'unknown', detail: 'timeout' });
    expect(await round()).toEqual(handled('uncertain'));
    world.clock.advance({ ms: 5_000 });
    courier.answer = async () => SENT;
    expect(await round()).toEqual(handled('sent'));
    expect(courier.delivered[1]).toMatchObject({ status: 'uncertain', attempts: 2 });
  });

  it('is not made again for anything else', async () => {
    const message = { kind: 'link-moved' } as const;
    await world.storage.transact((tx) => enqueue(tx, world.clock.now(), { key: 'k', accountId: 'a1', message }));
    courier.answer = async () => ({ kind: 'unknown', detail: 'timeout' });
    expect(await round()).toEqual(handled('uncertain'));
    world.clock.advance({ days: 1 });
    expect(await round()).toEqual(nothing);
    expect(await count('uncertain')).toBe(1);
  });

  it('is not made for ever', async () => {
    await world.valid();
    courier.answer = async () => ({ kind: 'unknown', detail: 'timeout' });
    for (let turn = 0; turn < 20; turn += 1) {
      await round();
      world.clock.advance({ hours: 1 });
    }
    expect(courier.delivered).toHaveLength(6);
    expect(await world.alerts()).toMatchObject([{ kind: 'outbox-dead' }]);
  });

  it('is what a courier that throws amounts to', async () => {
    await world.valid();
    const fault = new Error('broken');
    courier.answer = () => Promise.reject(fault);
    expect(await round()).toEqual(handled('uncertain'));
    expect(world.faults).toEqual([fault]);
  });
});

describe('two senders', () => {
  it('take turns only when the lease ends or is given up', async () => {
    await world.valid();
    expect(await round('one')).toEqual(handled('sent'));
    await world.valid();
    expect(await round('two')).toEqual({ leased: false });
    world.clock.advance({ ms: SENDER_LEASE_MS });
    expect(await round('two')).toEqual(handled('sent'));
    expect(await round('one')).toEqual({ leased: false });
    await stopDelivering({ storage: world.storage, bot: 'holder', owner: 'two' });
    expect(await round('one')).toEqual(nothing);
  });

  it('lose nothing when one dies in the middle: a copy is sent again, and only what the living one learns counts', async () => {
    const { id } = await world.valid();
    let answer: (delivery: Delivery) => void = () => undefined;
    const dying = new FakeCourier();
    dying.answer = () =>
      new Promise((resolve) => {
        answer = resolve;
      });
    const first = round('one', dying);
    await expect.poll(() => dying.delivered.length).toBe(1);
    expect(await count('sending')).toBe(1);
    world.clock.advance({ ms: SENDER_LEASE_MS });
    expect(await round('two')).toEqual(handled('sent'));
    expect(courier.delivered).toMatchObject([{ key: `copy:${id}:first`, status: 'uncertain', attempts: 2 }]);
    answer({ kind: 'again', detail: '500' });
    expect(await first).toEqual(handled('lost'));
    expect(await count('sent')).toBe(1);
  });
});
