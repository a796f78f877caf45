import * as fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { deliverDue } from '../../engine/outbox/deliver.ts';
import type { OutboxItem } from '../../engine/outbox/outbox-item.ts';
import { muteReminders } from '../../engine/reminder/mute-reminders.ts';
import { allowedFrom, nearestReminder } from '../../engine/reminder/nearest-reminder.ts';
import { remindHolders } from '../../engine/reminder/remind-holders.ts';
import { addDays } from '../../engine/time/civil-date.ts';
import { Zone } from '../../engine/time/instant.ts';
import { at } from '../fakes/fixed-clock.ts';
import { day } from './arbitraries.ts';
import { certificateOf, World } from './world.ts';

let world: World;
let sent: OutboxItem[];
beforeEach(async () => {
  world = await World.open();
  sent = [];
});
afterEach(() => world.storage.close());

const remind = () => remindHolders(world.storage, world.policy, world.zone, world.clock.now());

async function deliver(): Promise<string[]> {
  const { storage, clock, policy, zone } = world;
  const before = sent.length;
  const courier = {
    deliver: async (item: OutboxItem) => {
      sent.push(item);
      return { kind: 'sent', messageId: 1 } as const;
    },
  };
  const deps = { storage, clock, policy, zone, courier, bot: 'holder', owner: 'o', onFault: () => undefined } as const;
  for (let round = await deliverDue(deps); round.leased && round.handled > 0;) round = await deliverDue(deps);
  return sent.slice(before).map(({ key }) => key);
}

/** An endorsement asked for on 2026-11-20 and delivered, that ends on 2026-12-19 unless said otherwise. */
async function delivered(days = 30): Promise<string> {
  const { id } = await world.valid({ validity: { days } });
  await deliver();
  return id;
}

describe('reminders', () => {
  it('come seven days and one day before the last day, once each, by day', async () => {
    const id = await delivered();
    const said: string[] = [];
    world.clock.set('2026-12-10T00:30:00+08:00');
    for (let hour = 0; hour < 24 * 12; hour += 1) {
      await remind();
      const at = world.zone.wallClock(world.clock.now());
      for (const key of await deliver()) said.push(`${at.date} ${at.hour} ${key}`);
      world.clock.advance({ hours: 1 });
    }
    expect(said).toEqual([`2026-12-12 9 reminder:${id}:7`, `2026-12-18 9 reminder:${id}:1`]);
  });

  it('that were missed are made up for by the nearest only', async () => {
    const id = await delivered();
    world.clock.set('2026-12-18T12:00:00+08:00');
    expect(await remind()).toBe(1);
    expect(await deliver()).toEqual([`reminder:${id}:1`]);
    expect(await remind()).toBe(0);
  });

  it('found late in the evening wait for the morning, and what is nearer then is said instead', async () => {
    const id = await delivered();
    world.clock.set('2026-12-17T21:00:00+08:00');
    expect(await remind()).toBe(1);
    expect(await deliver()).toEqual([]);
    world.clock.set('2026-12-18T09:00:00+08:00');
    expect(await deliver()).toEqual([]);
    expect(await remind()).toBe(1);
    expect(await deliver()).toEqual([`reminder:${id}:1`]);
  });

  it('queued by day and not sent until the evening wait for the morning', async () => {
    const id = await delivered();
    world.clock.set('2026-12-12T19:59:00+08:00');
    expect(await remind()).toBe(1);
    world.clock.set('2026-12-12T20:00:00+08:00');
    expect(await deliver()).toEqual([]);
    world.clock.set('2026-12-13T08:59:59+08:00');
    expect(await deliver()).toEqual([]);
    world.clock.set('2026-12-13T09:00:00+08:00');
    expect(await deliver()).toEqual([`reminder:${id}:7`]);
  });

  it('are not sent any more when the endorsement was revoked or is over, or reminders were muted meanwhile', async () => {
    const meanwhile: ((id: string) => Promise<unknown>)[] = [
      (id) => world.revoke(id),
      async () => world.clock.set('2026-12-20T10:00:00+08:00'),
      () => world.storage.transact((tx) => muteReminders(tx, { now: world.clock.now(), accountId: 'a1', muted: true })),
    ];
    for (const change of meanwhile) {
      await world.storage.close();
      world = await World.open();
      const id = await delivered();
      world.clock.set('2026-12-18T12:00:00+08:00');
      expect(await remind()).toBe(1);
      await change(id);
      expect(await deliver()).toEqual([]);
    }
  });

  it('are for whoever wants them and can get them', async () => {
    await delivered();
    world.clock.set('2026-12-12T12:00:00+08:00');
    const { storage, clock } = world;
    const mute = (muted: boolean) =>
      storage.transact((tx) => muteReminders(tx, { now: clock.now(), accountId: 'a1', muted }));
    await mute(true);
    expect(await remind()).toBe(0);
    await mute(false);
    await storage.transact((tx) => tx.accounts.setBlocked('a1', clock.now()));
    expect(await remind()).toBe(0);
    await storage.transact((tx) => tx.accounts.setBlocked('a1', null));
    const link = await storage.transact((tx) => tx.links.activeOfAccount('a1'));
    await storage.transact((tx) => tx.links.end(link!.id, 'by-holder', clock.now()));
    expect(await remind()).toBe(0);
    await world.addAccount('a2');
    await world.link('a2', 'h1');
    expect(await remind()).toBe(1);
    expect(await world.queued()).toMatchObject([{ accountId: 'a2', message: { kind: 'reminder', daysBefore: 7 } }]);
  });

  it('are spared a holder who has renewed for longer already', async () => {
    const id = await delivered();
    world.clock.set('2026-12-12T12:00:00+08:00');
    await world.requested({ validity: { lastDay: day('2026-12-19') } });
    expect(await remind()).toBe(1);
    await world.requested({ validity: { lastDay: day('2026-12-20') } });
    expect(await deliver()).toEqual([]);
    world.clock.set('2026-12-18T12:00:00+08:00');
    expect(await remind()).toBe(0);
    expect((await world.endorsement(id)).status).toBe('valid');
  });

  it('reach everybody, however many end on a day', async () => {
    const one = await world.endorsement(await delivered());
    await world.storage.transact(async (tx) => {
      for (let count = 1; count < 250; count += 1) {
        const id = `x${count}`;
        await tx.certificates.insertMany([certificateOf('h1', id)]);
        await tx.endorsements.insert({ ...one, id, number: id, verificationCode: id, certificateId: id }, id);
      }
    });
    world.clock.set('2026-12-12T12:00:00+08:00');
    expect(await remind()).toBe(250);
    expect(await remind()).toBe(0);
  });
});

describe('the nearest reminder', () => {
  it('is none for an endorsement that is shorter than its distance', () => {
    const short = (days: number) => {
      const askedOn = day('2026-11-20');
      const lastDay = addDays(askedOn, days - 1);
      const over = Array.from({ length: days }, (_, index) => addDays(askedOn, index));
      return new Set(over.map((today) => nearestReminder({ status: 'valid', askedOn, lastDay }, [7, 1], today)));
    };
    expect(short(1)).toEqual(new Set([undefined]));
    expect(short(2)).toEqual(new Set([undefined]));
    expect(short(3)).toEqual(new Set([undefined, 1]));
    expect(short(8)).toEqual(new Set([undefined, 1]));
    expect(short(9)).toEqual(new Set([undefined, 7, 1]));
  });

  it('never comes before its day, nor on the day of asking, nor again once a nearer one has come', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 90 }),
        fc.uniqueArray(fc.integer({ min: 1, max: 30 }), { maxLength: 4 }),
        (days, distances) => {
          const askedOn = day('2026-11-20');
          const lastDay = addDays(askedOn, days - 1);
          let previous = Number.POSITIVE_INFINITY;
          for (let ahead = days - 1; ahead >= 0; ahead -= 1) {
            const found = nearestReminder({ status: 'valid', askedOn, lastDay }, distances, addDays(lastDay, -ahead));
            const wanted = distances.filter((distance) => distance >= ahead && distance < days - 1);
            expect(found).toBe(wanted.length > 0 ? Math.min(...wanted) : undefined);
            expect(found ?? previous).toBeLessThanOrEqual(previous);
            previous = found ?? previous;
          }
        },
      ),
    );
  });
});

describe('the hours of reminders', () => {
  const zone = new Zone('Asia/Shanghai');
  it.each([
    ['2026-11-20T00:00:00+08:00', '2026-11-20T09:00:00+08:00'],
    ['2026-11-20T08:59:59+08:00', '2026-11-20T09:00:00+08:00'],
    ['2026-11-20T09:00:00+08:00', '2026-11-20T09:00:00+08:00'],
    ['2026-11-20T19:59:59+08:00', '2026-11-20T19:59:59+08:00'],
    ['2026-11-20T20:00:00+08:00', '2026-11-21T09:00:00+08:00'],
  ])('at %s allow one from %s', (now, from) => {
    expect(allowedFrom({ fromHour: 9, untilHour: 20 }, zone, at(now))).toBe(at(from));
  });
});
