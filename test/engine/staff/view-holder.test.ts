import { afterEach, beforeEach, expect, it } from 'vitest';
import { linkByContact } from '../../../engine/linking/link-by-contact.ts';
import { viewHolder } from '../../../engine/staff/find/view-holder.ts';
import { HOUR_MS, later } from '../../../engine/time/instant.ts';
import { World } from '../world.ts';

let world: World;
beforeEach(async () => {
  world = await World.open();
});
afterEach(() => world.storage.close());

const card = (holderId = 'h1') =>
  world.storage.transact((tx) => viewHolder(tx, world, { now: world.clock.now(), holderId }));

/** Fails to link `accountId` with `h1` until it is locked. */
async function lockOut(accountId: string): Promise<void> {
  await world.addAccount(accountId);
  const claim = { documentType: 'resident-identity-card', documentNumber: '11010519491231002X', name: '欧阳' } as const;
  const attempt = { now: world.clock.now(), accountId, claim, phone: '+8613800138000' };
  for (let n = 0; n < 5; n += 1) await world.storage.transact((tx) => linkByContact(tx, world, attempt));
}

it('a card holds nothing of a person in the clear', async () => {
  await world.valid();
  const text = JSON.stringify(await card());
  expect(text).toContain('110105********002X');
  for (const secret of ['欧阳娜娜', '11010519491231002X', '13800138000']) expect(text).not.toContain(secret);
});

it('a card has the newest endorsements, and how many there are', async () => {
  for (let n = 0; n < 3; n += 1) await world.valid();
  await world.addHolder({ ...(await holder()), id: 'h9', documentNumber: 'E1', documentType: 'passport' });
  expect((await card())?.endorsements).toMatchObject({ total: 3, newest: { length: 3 } });
  expect((await card('h9'))?.endorsements).toEqual({ newest: [], total: 0 });
});

it('a card tells what happened, with the number of the endorsement that it is about', async () => {
  const { number } = await world.valid();
  const journal = (await card())?.journal.map((one) => [one.entry.kind, one.number]);
  expect(journal).toEqual([
    ['endorsement-valid', number],
    ['endorsement-requested', number],
  ]);
});

it('a card says what the account is in the middle of, since when, until that expires', async () => {
  const since = world.clock.now();
  const expiresAt = later(since, world.policy.dialog.hours * HOUR_MS);
  await world.storage.transact((tx) =>
    tx.dialogs.put('a1', 0, { flow: 'request', step: 'validity', data: {}, expiresAt }),
  );
  world.clock.advance({ hours: 2 });
  expect((await card())?.link).toMatchObject({
    link: { proof: 'contact' },
    blockedAt: null,
    position: { flow: 'request', step: 'validity', since },
  });
  world.clock.advance({ hours: world.policy.dialog.hours });
  expect((await card())?.link?.position).toBeNull();
});

it('a card doesn’t guess since when somebody is at a step that expires sooner than others', async () => {
  const expiresAt = later(world.clock.now(), HOUR_MS);
  const writing = { flow: 'support', step: 'write', data: {}, expiresAt };
  await world.storage.transact((tx) => tx.dialogs.put('a1', 0, writing));
  expect((await card())?.link?.position).toEqual({ flow: 'support', step: 'write', since: null });
});

it('a card shows the locks of the holder and of every account that tried to be theirs', async () => {
  await lockOut('a2');
  expect((await card())?.locks).toMatchObject({ holder: null, accounts: [{ accountId: 'a2' }] });
  await lockOut('a3');
  const until = later(world.clock.now(), 24 * HOUR_MS);
  expect((await card())?.locks).toEqual({
    holder: until,
    accounts: [
      { accountId: 'a3', until },
      { accountId: 'a2', until },
    ],
  });
  world.clock.advance({ hours: 24 });
  expect((await card())?.locks).toEqual({ holder: null, accounts: [] });
});

it('there is no card of nobody', async () => {
  expect(await card('nobody')).toBeUndefined();
});

async function holder() {
  const found = await world.storage.transact((tx) => tx.holders.get('h1'));
  if (!found) throw new Error('no holder');
  return found;
}
