import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { enqueue } from '../../../engine/outbox/enqueue.ts';
import type { Alert } from '../../../engine/ports/stores/service-stores.ts';
import type { Transaction } from '../../../engine/ports/storage.ts';
import { acknowledgeAlerts, muteAlerts } from '../../../engine/staff/alerts/acknowledge-alerts.ts';
import { tellAlerts } from '../../../engine/staff/alerts/tell-alerts.ts';
import { watchService } from '../../../engine/staff/alerts/watch-service.ts';
import { HOUR_MS, later } from '../../../engine/time/instant.ts';
import { member } from '../../storage/staff-samples.ts';
import { World } from '../world.ts';

const MINUTE_MS = 60_000;
const AGENT = member(1, { role: 'agent' });
const SUSPENDED = member(2, { role: 'admin', status: 'suspended' });

let world: World;
beforeEach(async () => {
  world = await World.open();
  await inTx(async (tx) => {
    for (const one of [AGENT, SUSPENDED]) await tx.staff.members.insert(one);
  });
});
afterEach(() => world.storage.close());

const inTx = <T>(work: (tx: Transaction) => Promise<T>): Promise<T> => world.storage.transact(work);
const now = () => world.clock.now();
const raise = (kind: Alert['kind'], key: string, facts: Alert['facts'] = {}) =>
  inTx((tx) => tx.alerts.raise({ key: `${kind}:${key}`, kind, at: now(), facts }));
const tell = () => inTx((tx) => tellAlerts(tx, world.policy, now()));
const news = async () => (await inTx((tx) => tx.outbox.due('staff', now(), 100))).map(({ message }) => message);
const wait = (ms: number) => world.clock.advance({ ms });

describe('alerts', () => {
  it('are told unasked, to active members only, one message for all of a kind', async () => {
    for (let n = 0; n < 1000; n += 1) await raise('generation-failed', String(n), { endorsementId: `e${n}` });
    await raise('overdue', 'e1');
    expect(await tell()).toEqual(['overdue', 'generation-failed']);
    const due = await inTx((tx) => tx.outbox.due('staff', now(), 100));
    expect(new Set(due.map(({ accountId }) => accountId))).toEqual(new Set([AGENT.id]));
    expect(await inTx((tx) => tx.outbox.count('staff', 'queued'))).toBe(2);
  });

  it('wait for the first member while there is none', async () => {
    await inTx((tx) => tx.staff.members.changeStatus(AGENT.id, 'active', 'suspended'));
    await raise('overdue', 'e1');
    expect(await tell()).toEqual([]);
    await inTx((tx) => tx.staff.members.changeStatus(AGENT.id, 'suspended', 'active'));
    expect(await tell()).toEqual(['overdue']);
  });

  it('of a kind that was just told wait for the pause between them, so that an outage is no flood', async () => {
    await raise('generation-failed', 'e1');
    await tell();
    wait(MINUTE_MS);
    await raise('generation-failed', 'e2');
    expect(await tell()).toEqual([]);
    wait(world.policy.alerts.groupMinutes * MINUTE_MS);
    expect(await tell()).toEqual(['generation-failed']);
    wait(HOUR_MS);
    expect(await tell()).toEqual([]);
  });

  it('are kept while muted, and told when the mute is over', async () => {
    const until = later(now(), HOUR_MS);
    await inTx((tx) => muteAlerts(tx, { memberId: AGENT.id, kind: 'overdue', until }));
    await raise('overdue', 'e1');
    expect(await tell()).toEqual([]);
    wait(HOUR_MS);
    expect(await tell()).toEqual(['overdue']);
  });

  it('of lockouts are told only when they pile up within the hour', async () => {
    const { lockoutsPerHour } = world.policy.alerts;
    for (let n = 1; n < lockoutsPerHour; n += 1) await raise('lockout', `account:${n}`);
    expect(await tell()).toEqual([]);
    wait(2 * HOUR_MS);
    await raise('lockout', 'account:later');
    expect(await tell()).toEqual([]);
    for (let n = 1; n < lockoutsPerHour; n += 1) await raise('lockout', `account:again-${n}`);
    expect(await tell()).toEqual(['lockout']);
  });

  it('that were acknowledged are told to nobody, and the next member hears who did it', async () => {
    await raise('generation-failed', 'e1', { endorsementId: 'e1' });
    const acknowledge = (memberId: string) =>
      inTx((tx) => acknowledgeAlerts(tx, { now: now(), memberId, kind: 'generation-failed', until: now() }));
    expect(await acknowledge(AGENT.id)).toEqual({ ok: true, value: { count: 1 } });
    expect(await acknowledge('m9')).toEqual({ ok: false, refusal: { kind: 'nothing-left', by: AGENT.id, at: now() } });
    expect(await tell()).toEqual([]);
    // It is still to be settled, in the queue.
    expect(await inTx((tx) => tx.alerts.openOfKind('generation-failed'))).toHaveLength(1);
  });

  it('that came after those on the screen are not acknowledged with them', async () => {
    await raise('lockout', 'account:a');
    const until = now();
    wait(1);
    await raise('lockout', 'account:b');
    await inTx((tx) => acknowledgeAlerts(tx, { now: now(), memberId: AGENT.id, kind: 'lockout', until }));
    expect((await world.alerts()).map(({ key }) => key)).toEqual(['lockout:account:b']);
  });
});

describe('the watch over the service', () => {
  const watch = () => inTx((tx) => watchService(tx, world.policy, now()));
  const say = (key: string) =>
    inTx((tx) => enqueue(tx, now(), { key, accountId: 'a1', message: { kind: 'link-moved' } }));

  it('raises an alert while what is due is not sent, and takes it back when it is', async () => {
    await say('moved');
    await watch();
    expect(await world.alerts()).toEqual([]);
    wait(world.policy.alerts.senderStuckMinutes * MINUTE_MS);
    await watch();
    await watch();
    expect(await world.alerts()).toMatchObject([{ kind: 'sender-stuck', facts: { bot: 'holder' } }]);
    await inTx(async (tx) => {
      await tx.outbox.claim('moved');
      await tx.outbox.settle('moved', 'sent', { at: now() });
    });
    await watch();
    expect(await world.alerts()).toEqual([]);
  });

  it('is not misled by what waits for an older message of its chat that is tried again later', async () => {
    await say('first');
    await say('second');
    await inTx(async (tx) => {
      await tx.outbox.claim('first');
      await tx.outbox.settle('first', 'queued', { at: now(), notBefore: later(now(), HOUR_MS) });
    });
    wait(world.policy.alerts.senderStuckMinutes * MINUTE_MS);
    await watch();
    expect(await world.alerts()).toEqual([]);
  });

  it('forgets lockouts when the longest lock is over', async () => {
    await raise('lockout', 'account:a');
    const { accountLockHours, holderLockHours } = world.policy.linking;
    wait(Math.max(accountLockHours, holderLockHours) * HOUR_MS - 1);
    await watch();
    expect(await world.alerts()).toHaveLength(1);
    wait(1);
    await watch();
    expect(await world.alerts()).toEqual([]);
    expect(await news()).toEqual([]);
  });
});
