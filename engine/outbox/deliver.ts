import { countDelivery } from '../broadcast/count-delivery.ts';
import type { Policy } from '../policy/policy.ts';
import type { Clock } from '../ports/clock.ts';
import type { Courier, Delivery } from '../ports/courier.ts';
import type { Storage, Transaction } from '../ports/storage.ts';
import { never } from '../result.ts';
import { endOfDropped, settleAnswer } from '../tickets/staff/settle-answer.ts';
import { type Instant, later, type Zone } from '../time/instant.ts';
import type { OutboxItem } from './outbox-item.ts';
import { type Outcome, settleDelivery } from './settle-delivery.ts';
import { stillDue } from './still-due.ts';
import { tellThatNotSent } from './tell-that-not-sent.ts';

export interface DeliverDeps {
  storage: Storage;
  clock: Clock;
  policy: Policy;
  zone: Zone;
  bot: OutboxItem['bot'];
  courier: Courier;
  /** Names this sender; one that dies is followed by another when its lease ends. */
  owner: string;
  /** Learns of what a courier threw. */
  onFault: (fault: unknown, facts: { key: string }) => void;
}

/** What came of a round; undefined counts are left out. */
export type Round = { leased: false } | { leased: true; handled: number; outcomes: Partial<Record<Outcome, number>> };

/** Longer than a courier may take for one item, so that a second sender never starts while the first still waits. */
export const SENDER_LEASE_MS = 120_000;

/** At 40 ms between calls, what comes meanwhile and goes before these waits for two thirds of a second. */
const BATCH = 16;

/**
 * One round of one bot's sender: takes or keeps the lease, then hands everything that is due, at most one item
 * of each chat, to the courier. Call it again at once while it handles something, otherwise after a while. One
 * owner's rounds must not overlap.
 *
 * An item is claimed when its turn with the messenger has come, which is committed before it is sent, and its outcome
 * after; an item found in between belongs to a sender that died, and counts as uncertain: a copy is sent again,
 * anything else is not.
 */
export async function deliverDue(deps: DeliverDeps): Promise<Round> {
  const due = await deps.storage.transact((tx) => openRound(tx, deps));
  if (!due) return { leased: false };
  const outcomes: Partial<Record<Outcome, number>> = {};
  const results = await Promise.allSettled(due.map((item) => deliver(deps, item)));
  const faults: unknown[] = [];
  for (const result of results) {
    if (result.status === 'rejected') faults.push(result.reason);
    else outcomes[result.value] = (outcomes[result.value] ?? 0) + 1;
  }
  if (faults.length > 0) throw new AggregateError(faults, 'items of the outbox could not be settled');
  return { leased: true, handled: due.length, outcomes };
}

/** Gives the lease up, so that another sender needn't wait for its end. Not while a round is under way. */
export async function stopDelivering({ storage, bot, owner }: Pick<DeliverDeps, 'storage' | 'bot' | 'owner'>) {
  await storage.transact((tx) => tx.leases.release(senderLease(bot), owner));
}

async function openRound(tx: Transaction, { clock, bot, owner }: DeliverDeps): Promise<OutboxItem[] | undefined> {
  const now = clock.now();
  if (!(await tx.leases.acquire(senderLease(bot), owner, now, later(now, SENDER_LEASE_MS)))) return undefined;
  // Our own earlier rounds are over, so whatever is being sent was left behind by a sender that died.
  for (const item of await tx.outbox.recover(bot)) await countDelivery(tx, item, 'failed');
  return tx.outbox.due(bot, now, BATCH);
}

async function deliver(deps: DeliverDeps, item: OutboxItem): Promise<Outcome> {
  const { storage, clock } = deps;
  const ended = await storage.transact((tx) => endUnlessDue(tx, deps, item, clock.now()));
  if (ended) return ended;
  let claimed: Outcome | 'ready' | undefined;
  const claim = async (): Promise<boolean> => {
    claimed ??= await storage.transact((tx) => claimIfDue(tx, deps, item, clock.now()));
    return claimed === 'ready';
  };
  const attempted = { ...item, attempts: item.attempts + 1 };
  const delivery = await attempt(deps, attempted, claim, () => claimed === 'ready');
  if (claimed !== undefined && claimed !== 'ready') return claimed;
  return storage.transact(async (tx) => {
    const now = clock.now();
    if (claimed === undefined) {
      if (delivery.kind === 'not-ready') return postpone(tx, item, later(now, delivery.afterMs));
      // Its turn never came.
      if (!(await tx.outbox.claim(item.id))) return 'lost';
    }
    return settleDelivery(tx, attempted, delivery, now);
  });
}

/** What need not be worded, because it isn't to be said now, is settled at once. */
async function endUnlessDue(
  tx: Transaction,
  deps: DeliverDeps,
  item: OutboxItem,
  now: Instant,
): Promise<Outcome | undefined> {
  const due = await stillDue(tx, deps, item, now);
  if (due.kind === 'now') return undefined;
  const claimed = await claimIfDue(tx, deps, item, now);
  return claimed === 'ready' ? 'lost' : claimed;
}

async function claimIfDue(
  tx: Transaction,
  deps: DeliverDeps,
  item: OutboxItem,
  now: Instant,
): Promise<Outcome | 'ready'> {
  const due = await stillDue(tx, deps, item, now);
  if (due.kind === 'later') return postpone(tx, item, due.at);
  if (!(await tx.outbox.claim(item.id))) return 'lost';
  switch (due.kind) {
    case 'now':
      return 'ready';
    case 'never':
      await tx.outbox.settle(item.id, 'dead', { at: now, error: due.because });
      await settleAnswer(tx, item, endOfDropped(due.because), now);
      if (due.because !== 'cancelled') await countDelivery(tx, item, 'failed');
      if (due.because === 'outdated') await tellThatNotSent(tx, item, now);
      return 'dropped';
    default:
      return never(due);
  }
}

/** Nothing was tried, so that is no attempt: what waits for long would be given up at the first that fails. */
async function postpone(tx: Transaction, { id }: OutboxItem, until: Instant): Promise<'later' | 'lost'> {
  return (await tx.outbox.postpone(id, until)) ? 'later' : 'lost';
}

async function attempt(
  { courier, onFault }: DeliverDeps,
  item: OutboxItem,
  claim: () => Promise<boolean>,
  isClaimed: () => boolean,
): Promise<Delivery> {
  try {
    return await courier.deliver(item, claim);
  } catch (fault) {
    onFault(fault, { key: item.key });
    // Once it was claimed, nobody can say how far it came.
    const detail = 'the courier failed';
    return isClaimed() ? { kind: 'unknown', detail } : { kind: 'again', detail };
  }
}

/** The name of the lease that a bot's sender holds. */
export function senderLease(bot: OutboxItem['bot']): string {
  return `outbox:${bot}`;
}
