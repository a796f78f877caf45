import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { eraseAccount } from '../../engine/linking/erase-account.ts';
import { exportAccount } from '../../engine/linking/export-account.ts';
import { unlinkAccount } from '../../engine/linking/unlink-account.ts';
import { deliverDue } from '../../engine/outbox/deliver.ts';
import type { OutboxItem } from '../../engine/outbox/outbox-item.ts';
import { DEFAULT_POLICY } from '../../engine/policy/policy.ts';
import type { Transaction } from '../../engine/ports/storage.ts';
import { muteVerificationNotices } from '../../engine/verification/mute-notices.ts';
import { recordVerification, type VerificationRecord } from '../../engine/verification/record-verification.ts';
import { runSchedule } from '../../service/schedule.ts';
import { day } from './arbitraries.ts';
import { certificateOf, holderNamed, World } from './world.ts';

let world: World;
let number: string;
let endorsementId: string;
beforeEach(async () => {
  world = await World.open();
  ({ number, id: endorsementId } = await world.valid());
  await deliver();
});
afterEach(() => world.storage.close());

const inTx = <T>(work: (tx: Transaction) => Promise<T>): Promise<T> => world.storage.transact(work);

function verify(over: Partial<VerificationRecord> = {}): Promise<void> {
  const now = world.clock.now();
  const record = { at: now, door: 'page', way: 'code', result: 'valid', number, ...over } as const;
  return inTx((tx) => recordVerification(tx, world, now, record));
}

/** Keys of what the holder bot sends now. */
async function deliver(): Promise<string[]> {
  const keys: string[] = [];
  const courier = {
    async deliver({ key }: OutboxItem) {
      keys.push(key);
      return { kind: 'sent', messageId: 1 } as const;
    },
  };
  const deps = { ...world, courier, bot: 'holder', owner: 'o', onFault: () => undefined } as const;
  for (let round = await deliverDue(deps); round.leased && round.handled > 0;) round = await deliverDue(deps);
  return keys;
}

const told = (sequence: number, on = '2026-11-20') => `verified:a1:${on}:${sequence}`;
const gathered = (sequence: number, on = '2026-11-20') =>
  inTx((tx) => tx.verificationNotices.gathered({ accountId: 'a1', day: day(on), sequence }));

describe('a verification', () => {
  it('is counted by day, door and result, for its endorsement or for none', async () => {
    await verify();
    await verify({ door: 'chat', result: 'expired', times: 3 });
    await verify({ door: 'interface', result: 'unknown', number: null });
    await verify({ number: 'JZ20261120-000000', result: 'unknown' });
    const today = day('2026-11-20');
    expect(await inTx((tx) => tx.statistics.verifications(today, today))).toEqual([
      { day: today, door: 'chat', result: 'expired', count: 3 },
      { day: today, door: 'interface', result: 'unknown', count: 1 },
      { day: today, door: 'page', result: 'unknown', count: 1 },
      { day: today, door: 'page', result: 'valid', count: 1 },
    ]);
    expect(await inTx((tx) => tx.statistics.verificationsOf(endorsementId))).toBe(4);
  });

  it('counts for the day on which it was asked for, though it is written later', async () => {
    world.clock.set('2026-11-20T23:59:59.500+08:00');
    const at = world.clock.now();
    world.clock.advance({ ms: 1000 });
    await verify({ at });
    const days = await inTx((tx) => tx.statistics.verificationDays(endorsementId));
    expect(days).toEqual([{ day: '2026-11-20', door: 'page', result: 'valid', count: 1 }]);
  });

  it('is told to the holder a minute later, with what else was verified by then', async () => {
    await verify();
    world.clock.advance({ ms: 30_000 });
    await verify({ way: 'file', door: 'file' });
    expect(await deliver()).toEqual([]);
    world.clock.advance({ ms: 30_000 });
    expect(await deliver()).toEqual([told(1)]);
    expect(await gathered(1)).toMatchObject([
      { endorsementId, way: 'file', count: 1 },
      { endorsementId, way: 'code', count: 1 },
    ]);
  });

  it('that the holder asked for is counted and not told', async () => {
    await verify({ askedBy: 'a1', door: 'chat' });
    world.clock.advance({ ms: 60_000 });
    expect(await deliver()).toEqual([]);
    expect(await inTx((tx) => tx.statistics.verificationsOf(endorsementId))).toBe(1);
    await verify({ askedBy: 'a2', door: 'chat' });
    world.clock.advance({ ms: 60_000 });
    expect(await deliver()).toEqual([told(1)]);
  });

  it('is told by day only: one of the night in the morning', async () => {
    world.clock.set('2026-11-20T20:30:00+08:00');
    await verify();
    world.clock.set('2026-11-21T03:00:00+08:00');
    await verify();
    expect(await deliver()).toEqual([]);
    world.clock.set('2026-11-21T09:00:00+08:00');
    expect(await deliver()).toEqual([told(1, '2026-11-21')]);
    expect(await gathered(1, '2026-11-21')).toMatchObject([{ count: 2 }]);
  });

  it('is told to nobody without a link, after blocking the bot, or with notices turned off meanwhile', async () => {
    const { clock } = world;
    await verify();
    await inTx((tx) => muteVerificationNotices(tx, { now: clock.now(), accountId: 'a1', muted: true }));
    clock.advance({ ms: 60_000 });
    expect(await deliver()).toEqual([]);
    await verify();
    await inTx((tx) => muteVerificationNotices(tx, { now: clock.now(), accountId: 'a1', muted: false }));
    await inTx((tx) => tx.accounts.setBlocked('a1', clock.now()));
    await verify();
    await inTx((tx) => tx.accounts.setBlocked('a1', null));
    await inTx((tx) => unlinkAccount(tx, { now: clock.now(), accountId: 'a1', because: 'by-holder' }));
    await verify();
    clock.advance({ ms: 60_000 });
    expect(await deliver()).toEqual([]);
  });

  it('of a policy that wants no notices is not told', async () => {
    const { policy, clock } = world;
    const silent = { ...policy, verification: { ...policy.verification, noticesPerDay: 0 } };
    const record = { at: clock.now(), door: 'page', way: 'code', result: 'valid', number } as const;
    await inTx((tx) => recordVerification(tx, { ...world, policy: silent }, clock.now(), record));
    expect(await inTx((tx) => tx.verificationNotices.latest('a1'))).toBeUndefined();
  });
});

describe('a flood of verifications', () => {
  it('makes as many messages in a day as the policy says, and the rest are told together the next morning', async () => {
    const messages: string[] = [];
    for (let round = 0; round < 100; round += 1) {
      await verify({ times: 10 });
      world.clock.advance({ ms: 5 * 60_000 });
      messages.push(...(await deliver()));
    }
    const { noticesPerDay } = DEFAULT_POLICY.verification;
    expect(messages).toEqual(Array.from({ length: noticesPerDay }, (_, index) => told(index + 1)));
    const rest = await gathered(1, '2026-11-21');
    expect(rest).toMatchObject([{ count: (100 - noticesPerDay) * 10 }]);
    world.clock.set('2026-11-21T09:00:00+08:00');
    expect(await deliver()).toEqual([told(1, '2026-11-21')]);
  });

  it('of ten thousand in a minute is one message', async () => {
    for (let batch = 0; batch < 100; batch += 1) {
      await verify({ times: 100 });
      world.clock.advance({ ms: 500 });
    }
    world.clock.advance({ ms: 60_000 });
    expect(await deliver()).toEqual([told(1)]);
    expect(await gathered(1)).toMatchObject([{ count: 10_000 }]);
  });
});

describe('what is kept of verifications', () => {
  it('is forgotten days after it was told', async () => {
    await verify();
    world.clock.advance({ days: 3 });
    await runSchedule(world);
    expect(await gathered(1)).toHaveLength(1);
    world.clock.advance({ days: 1 });
    await runSchedule(world);
    expect(await gathered(1)).toEqual([]);
  });

  it('is exported with its endorsement', async () => {
    await verify();
    const data = await inTx((tx) => exportAccount(tx, { now: world.clock.now(), accountId: 'a1' }));
    expect(data).toMatchObject({
      account: { verificationsMuted: false },
      endorsements: [{ number, verifications: [{ day: '2026-11-20', door: 'page', result: 'valid', count: 1 }] }],
    });
  });

  it('stays as figures of a day when the account is erased, of no endorsement any more', async () => {
    await world.addHolder(holderNamed('h2', { documentNumber: '110105199003070025' }), [certificateOf('h2', 'c2')]);
    await verify();
    await verify({ number: null });
    await inTx((tx) => eraseAccount(tx, world, { now: world.clock.now(), accountId: 'a1' }));
    expect(await inTx((tx) => tx.statistics.verificationsOf(endorsementId))).toBe(0);
    expect(await gathered(1)).toEqual([]);
    const today = day('2026-11-20');
    expect(await inTx((tx) => tx.statistics.verifications(today, today))).toMatchObject([{ count: 2 }]);
    world.clock.advance({ ms: 60_000 });
    expect(await deliver()).toEqual([]);
  });
});
