import { countDelivery } from '../broadcast/count-delivery.ts';
import type { Delivery } from '../ports/courier.ts';
import type { Transaction } from '../ports/storage.ts';
import { never } from '../result.ts';
import { endOfAnswer, settleAnswer } from '../tickets/staff/settle-answer.ts';
import { HOUR_MS, type Instant, later } from '../time/instant.ts';
import { unsentKey } from './enqueue.ts';
import { groupChatOf } from './enqueue-for-staff.ts';
import type { OutboxItem, StaffItem } from './outbox-item.ts';
import { tellThatNotSent } from './tell-that-not-sent.ts';

/**
 * What became of an item in a round. `lost`: another sender has it. `later`: it goes out in its hours, or once it is
 * made. `dropped`: what it says is no longer so.
 */
export type Outcome = 'sent' | 'again' | 'later' | 'uncertain' | 'dead' | 'dropped' | 'lost';

/** With the pauses between them, 40 attempts last a day and a half. */
const ATTEMPTS = 40;
const FIRST_PAUSE_MS = 5_000;

/** A copy that may have arrived is not sent for ever: somebody may be reading all of them. */
const UNCERTAIN_ATTEMPTS = 6;

/** Writes down what became of an attempt; `item` with that attempt counted and the status it had before. */
export async function settleDelivery(
  tx: Transaction,
  item: OutboxItem,
  delivery: Delivery,
  now: Instant,
): Promise<Outcome> {
  const outcome = await settle(tx, item, delivery, now);
  if (outcome === 'sent' || outcome === 'dead') await settleAnswer(tx, item, endOfAnswer(outcome, delivery), now);
  // Of a broadcast, what may have arrived is over, too.
  if (outcome === 'sent') await countDelivery(tx, item, 'sent');
  else if (outcome === 'dead' || outcome === 'dropped' || outcome === 'uncertain')
    await countDelivery(tx, item, 'failed');
  return outcome;
}

async function settle(tx: Transaction, item: OutboxItem, delivery: Delivery, now: Instant): Promise<Outcome> {
  switch (delivery.kind) {
    case 'sent':
      return settleSent(tx, item, delivery, now);
    case 'again':
      return settleAgain(tx, item, delivery, now);
    case 'not-ready':
      return settleAgain(tx, item, { ...delivery, detail: 'not made in time' }, now);
    case 'unknown':
      return settleUnknown(tx, item, delivery.detail, now);
    case 'dropped':
      return (await settleAs(tx, item, 'dead', { at: now, error: delivery.detail })) === 'lost' ? 'lost' : 'dropped';
    case 'refused':
      if (delivery.reason === 'bad-request') return giveUp(tx, item, delivery.detail, now);
      if (item.bot === 'staff') return refusedByStaff(tx, item, delivery.reason, now);
      // Nobody is there: nothing for staff to look at.
      await tx.accounts.setBlocked(item.accountId, now);
      return settleAs(tx, item, 'dead', { at: now, error: delivery.reason });
    default:
      return never(delivery);
  }
}

async function settleSent(
  tx: Transaction,
  item: OutboxItem,
  { messageId, fileId }: { messageId: number; fileId?: string },
  now: Instant,
): Promise<Outcome> {
  const settled = await settleAs(tx, item, 'sent', { at: now, messageId });
  if (settled !== 'sent' || item.bot === 'staff') return settled;
  if (fileId !== undefined && item.message.kind === 'copy')
    await keepFileId(tx, item.message.endorsementId, item.bot, fileId);
  const account = await tx.accounts.get(item.accountId);
  if (account && account.blockedAt !== null) await tx.accounts.setBlocked(item.accountId, null);
  return settled;
}

// A copy that ended while it was under way keeps no handle either.
async function keepFileId(tx: Transaction, endorsementId: string, bot: OutboxItem['bot'], fileId: string) {
  const endorsement = await tx.endorsements.get(endorsementId);
  if (endorsement?.status === 'valid') await tx.copies.setFileId(endorsementId, bot, fileId);
}

/** A member who blocks the bot misses the news; a group that the bot was thrown out of is for staff to look at. */
function refusedByStaff(tx: Transaction, item: StaffItem, reason: string, now: Instant): Promise<Outcome> {
  const toGroup = groupChatOf(item.accountId) !== undefined;
  return toGroup ? bury(tx, item, reason, now) : settleAs(tx, item, 'dead', { at: now, error: reason });
}

async function settleAgain(
  tx: Transaction,
  item: OutboxItem,
  { afterMs, detail }: { afterMs?: number; detail: string },
  now: Instant,
): Promise<Outcome> {
  if (item.attempts >= ATTEMPTS) return giveUp(tx, item, detail, now);
  const notBefore = later(now, afterMs ?? pause(item.attempts));
  return (await tx.outbox.settle(item.id, 'queued', { at: now, notBefore, error: detail })) ? 'again' : 'lost';
}

async function settleUnknown(tx: Transaction, item: OutboxItem, detail: string, now: Instant): Promise<Outcome> {
  // Earlier attempts that were certainly not sent don't count against one that may have been.
  const again = item.status === 'uncertain' && item.attempts >= UNCERTAIN_ATTEMPTS;
  if (again) return bury(tx, item, detail, now);
  return settleAs(tx, item, 'uncertain', { at: now, notBefore: later(now, pause(item.attempts)), error: detail });
}

/** Gives up what certainly wasn't sent. Whoever waits for a plain copy is told; of others staff can tell. */
async function giveUp(tx: Transaction, item: OutboxItem, detail: string, now: Instant): Promise<Outcome> {
  const settled = await bury(tx, item, detail, now);
  if (settled !== 'lost') await tellThatNotSent(tx, item, now);
  return settled;
}

/** Gives an item up and has staff alerted. */
async function bury(tx: Transaction, item: OutboxItem, detail: string, now: Instant): Promise<Outcome> {
  const settled = await settleAs(tx, item, 'dead', { at: now, error: detail });
  if (settled === 'lost') return settled;
  const facts = { key: item.key, kind: item.message.kind, attempts: item.attempts, detail };
  await tx.alerts.raise({ key: unsentKey(item.key), kind: 'outbox-dead', at: now, facts });
  return settled;
}

async function settleAs(
  tx: Transaction,
  item: OutboxItem,
  status: 'sent' | 'uncertain' | 'dead',
  change: { at: Instant; notBefore?: Instant; messageId?: number; error?: string },
): Promise<Outcome> {
  return (await tx.outbox.settle(item.id, status, change)) ? status : 'lost';
}

/** 5 s, doubled with each attempt, up to an hour. */
function pause(attempts: number): number {
  return Math.min(HOUR_MS, FIRST_PAUSE_MS * 2 ** Math.max(0, attempts - 1));
}
