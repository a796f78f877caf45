import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { eraseAccount } from '../../engine/linking/erase-account.ts';
import { exportAccount } from '../../engine/linking/export-account.ts';
import { deliverDue } from '../../engine/outbox/deliver.ts';
import type { OutboxItem } from '../../engine/outbox/outbox-item.ts';
import type { Delivery } from '../../engine/ports/courier.ts';
import type { Member } from '../../engine/staff/member.ts';
import { answerTicket, noteOnTicket } from '../../engine/tickets/staff/answer-ticket.ts';
import { claimTicket, handOver } from '../../engine/tickets/staff/claim-ticket.ts';
import { closeOwnTicket } from '../../engine/tickets/holder/close-own-ticket.ts';
import { openTicket } from '../../engine/tickets/holder/open-ticket.ts';
import type { Ticket } from '../../engine/tickets/ticket.ts';
import { writeToTicket } from '../../engine/tickets/holder/write-to-ticket.ts';
import { member } from '../storage/staff-samples.ts';
import { holderNamed, World } from './world.ts';

const li = member(1, { role: 'agent', name: '李' });
const wang = member(2, { role: 'agent', name: '王' });

let world: World;
beforeEach(async () => {
  world = await World.open();
  await world.addHolder(holderNamed('h2', { documentNumber: '110105194912310003' }));
  await world.addAccount('a2');
  await world.storage.transact(async (tx) => {
    for (const one of [li, wang]) await tx.staff.members.insert(one);
  });
});
afterEach(() => world.storage.close());

const said = { chatId: 7, messageId: 8 };
const writing = (text: string, accountId = 'a1') => {
  return { now: world.clock.now(), accountId, content: { kind: 'text', text } as const, said };
};

const open = (text = '问题', accountId = 'a1') =>
  world.storage.transact((tx) => openTicket(tx, world, writing(text, accountId)));

async function opened(text?: string, accountId?: string): Promise<Ticket> {
  const result = await open(text, accountId);
  if (!result.ok) throw new Error(result.refusal.kind);
  return result.value;
}

const write = (ticketId: string, accountId = 'a1') =>
  world.storage.transact((tx) => writeToTicket(tx, world, { ...writing('还有', accountId), ticketId }));

const answer = (ticketId: string, by: Member = li, text = '答复') =>
  world.storage.transact((tx) => answerTicket(tx, { now: world.clock.now(), member: by, ticketId, text, said }));

/** Drains one bot's outbox by a courier that answers so; gives what was handed to it. */
async function deliver(bot: 'holder' | 'staff', delivery: Delivery): Promise<OutboxItem[]> {
  const items: OutboxItem[] = [];
  const courier = {
    deliver: async (item: OutboxItem) => {
      items.push(item);
      return delivery;
    },
  };
  const { storage, clock, policy, zone } = world;
  for (;;) {
    const round = await deliverDue({
      storage,
      clock,
      policy,
      zone,
      bot,
      courier,
      owner: 'test',
      onFault: () => undefined,
    });
    if (!round.leased || round.handled === 0) return items;
  }
}

const SENT: Delivery = { kind: 'sent', messageId: 1 };

describe('an answer', () => {
  test('goes to the account that asked, and makes the ticket the member’s', async () => {
    const ticket = await opened();
    const other = await opened('别的问题', 'a2');
    expect(await answer(ticket.id)).toMatchObject({ ok: true, value: { ticket: { claimedBy: li.id } } });
    expect(await world.queued()).toMatchObject([{ accountId: 'a1', message: { ticketId: ticket.id } }]);
    expect(await answer(other.id, wang)).toMatchObject({ ok: true });
  });

  test('of a second member is refused while the first has the ticket, and not once that one is staff no more', async () => {
    const ticket = await opened();
    await answer(ticket.id);
    expect(await answer(ticket.id, wang)).toMatchObject({ refusal: { kind: 'claimed-by-other', by: { id: li.id } } });
    await world.storage.transact((tx) => tx.staff.members.changeStatus(li.id, 'active', 'suspended'));
    expect(await answer(ticket.id, wang)).toMatchObject({ ok: true });
  });

  test.each([
    ['the holder has moved to another account', 'a2', 'h1'],
    ['the account is another holder’s by now', 'a1', 'h2'],
  ])('is refused when %s, also one that was on its way', async (_, accountId, holderId) => {
    const ticket = await opened();
    await answer(ticket.id);
    await world.storage.transact(async (tx) => {
      const link = await tx.links.activeOfAccount('a1');
      await tx.links.end(link!.id, 'moved', world.clock.now());
    });
    await world.link(accountId, holderId);
    expect(await answer(ticket.id)).toMatchObject({ refusal: { kind: 'moved' } });
    expect(await write(ticket.id)).toMatchObject({ refusal: { kind: 'no-such-ticket' } });
    expect(await deliver('holder', SENT)).toEqual([]);
    const entry = await world.storage.transact((tx) => tx.tickets.getEntry(`${ticket.id}.2`));
    expect(entry?.delivery).toBe('moved');
  });

  test.each<[Delivery, string]>([
    [SENT, 'delivered'],
    [{ kind: 'refused', reason: 'blocked', detail: '403' }, 'blocked'],
    [{ kind: 'refused', reason: 'gone', detail: '400' }, 'gone'],
    [{ kind: 'refused', reason: 'bad-request', detail: '400' }, 'failed'],
  ])('that ended as %j is %s, and its member is told once', async (delivery, end) => {
    const ticket = await opened();
    await deliver('staff', SENT);
    await answer(ticket.id);
    await deliver('holder', delivery);
    const entry = await world.storage.transact((tx) => tx.tickets.getEntry(`${ticket.id}.2`));
    expect(entry?.delivery).toBe(end);
    const told = await deliver('staff', SENT);
    expect(told.map(({ accountId, message }) => [accountId, message.kind])).toEqual([[li.id, 'ticket-receipt']]);
  });

  test('whose fate is unknown is sent again, and so is what staff were to see', async () => {
    const ticket = await opened();
    await answer(ticket.id);
    const unknown: Delivery = { kind: 'unknown', detail: 'ETIMEDOUT' };
    expect((await deliver('holder', unknown)).length).toBe(1);
    await deliver('staff', unknown);
    world.clock.advance({ hours: 2 });
    expect((await deliver('holder', SENT)).map(({ message }) => message.kind)).toEqual(['ticket-answer']);
    expect((await deliver('staff', SENT)).map(({ message }) => message.kind)).toContain('ticket-post');
  });
});

describe('a ticket', () => {
  test('goes to all who may answer, and once claimed to whoever has it', async () => {
    const ticket = await opened();
    expect((await deliver('staff', SENT)).map(({ accountId }) => accountId).toSorted()).toEqual([li.id, wang.id]);
    const now = world.clock.now();
    await world.storage.transact((tx) => claimTicket(tx, { now, member: wang, ticketId: ticket.id }));
    await write(ticket.id);
    expect((await deliver('staff', SENT)).map(({ accountId }) => accountId)).toEqual([wang.id]);
  });

  test('changes hands only as it was seen', async () => {
    const ticket = await opened();
    const now = world.clock.now();
    const hand = (by: Member, to: string, seen: number) =>
      world.storage.transact((tx) => handOver(tx, { now, member: by, ticketId: ticket.id, to, seen }));
    expect(await hand(li, wang.id, 1)).toMatchObject({ ok: true, value: { claimedBy: wang.id, version: 2 } });
    expect(await hand(li, li.id, 1)).toMatchObject({ refusal: { kind: 'changed', by: { id: wang.id } } });
    expect(await hand(li, 'nobody', 2)).toMatchObject({ refusal: { kind: 'no-such-member' } });
  });

  test('of another account can be neither written to nor closed', async () => {
    const ticket = await opened();
    expect(await write(ticket.id, 'a2')).toMatchObject({ refusal: { kind: 'no-such-ticket' } });
    const now = world.clock.now();
    const close = { now, accountId: 'a2', ticketId: ticket.id };
    expect(await world.storage.transact((tx) => closeOwnTicket(tx, close))).toMatchObject({
      refusal: { kind: 'no-such-ticket' },
    });
  });

  test('is taken up again within the days of the policy, and not after them', async () => {
    const ticket = await opened();
    const close = { accountId: 'a1', ticketId: ticket.id };
    await world.storage.transact((tx) => closeOwnTicket(tx, { ...close, now: world.clock.now() }));
    world.clock.advance({ days: 6 });
    expect(await write(ticket.id)).toMatchObject({ ok: true, value: { status: 'open' } });
    await world.storage.transact((tx) => closeOwnTicket(tx, { ...close, now: world.clock.now() }));
    world.clock.advance({ days: 7 });
    expect(await write(ticket.id)).toMatchObject({ refusal: { kind: 'no-such-ticket' } });
  });

  test('is one of at most three open at a time, with so many messages an hour of so many characters', async () => {
    expect(await open('长'.repeat(1001))).toMatchObject({ refusal: { kind: 'too-long', limit: 1000 } });
    expect(await open('  ')).toMatchObject({ refusal: { kind: 'nothing-said' } });
    const ticket = await opened();
    await opened();
    await opened();
    expect(await open()).toMatchObject({ refusal: { kind: 'too-many-open', limit: 3 } });
    for (let count = 3; count < 30; count += 1) expect(await write(ticket.id)).toMatchObject({ ok: true });
    expect(await write(ticket.id)).toMatchObject({ refusal: { kind: 'too-often', perHour: 30 } });
  });

  test('is exported without what staff noted for themselves, and forgotten with its account', async () => {
    const ticket = await opened('我的问题');
    const note = { now: world.clock.now(), member: li, ticketId: ticket.id, text: '内部', said };
    await world.storage.transact((tx) => noteOnTicket(tx, note));
    const who = { now: world.clock.now(), accountId: 'a1' };
    const exported = JSON.stringify(await world.storage.transact((tx) => exportAccount(tx, who)));
    expect(exported).toContain('我的问题');
    expect(exported).not.toContain('内部');
    await world.storage.transact((tx) => eraseAccount(tx, world, who));
    const left = await world.storage.transact(async (tx) => [
      await tx.tickets.entries(ticket.id, 99),
      await tx.tickets.get(ticket.id),
    ]);
    expect(left).toMatchObject([[], { status: 'closed', closedBecause: 'erased', holderId: null }]);
  });
});
