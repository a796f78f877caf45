import type { Policy } from '../policy/policy.ts';
import type { Clock } from '../ports/clock.ts';
import type { Courier, Delivery } from '../ports/courier.ts';
import type { Storage, Transaction } from '../ports/storage.ts';
import { never } from '../result.ts';
import { endOfDropped, settleAnswer } from '../tickets/settle-answer.ts';
import { type Instant, later, type Zone } from '../time/instant.ts';
import type { OutboxItem } from './outbox-item.ts';
import { type Outcome, settleDelivery } from './settle-delivery.ts';
import { stillDue } from './still-due.ts';

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

/**
 * Few, because a reminder that was claimed and waits for its turn is lost when the process dies. At 40 ms between calls
 * a round of four keeps the token busy as long as Telegram answers within 160 ms.
 */
const BATCH = 4;

/**
 * One round of one bot's sender: takes or keeps the lease, then hands everything that is due, at most one item
 * of each chat, to the courier. Call it again at once while it handles something, otherwise after a while. One
 * owner's rounds must not overlap.
 *
 * A claim is committed before an item is sent and its outcome after; an item found in between belongs to a
 * sender that died, and counts as uncertain: a copy is sent again, anything else is not.
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
  await tx.outbox.recover(bot);
  return tx.outbox.due(bot, now, BATCH);
}

async function deliver(deps: DeliverDeps, item: OutboxItem): Promise<Outcome> {
  const ready = await deps.storage.transact((tx) => claim(tx, deps, item, deps.clock.now()));
  if (ready !== 'ready') return ready;
  const attempted = { ...item, attempts: item.attempts + 1 };
  const delivery = await attempt(deps, attempted);
  return deps.storage.transact((tx) => settleDelivery(tx, attempted, delivery, deps.clock.now()));
}

async function claim(tx: Transaction, deps: DeliverDeps, item: OutboxItem, now: Instant): Promise<Outcome | 'ready'> {
  if (!(await tx.outbox.claim(item.id))) return 'lost';
  const due = await stillDue(tx, deps, item, now);
  switch (due.kind) {
    case 'now':
      return 'ready';
    case 'later':
      await tx.outbox.settle(item.id, 'queued', { at: now, notBefore: due.at });
      return 'later';
    case 'never':
      await tx.outbox.settle(item.id, 'dead', { at: now, error: due.because });
      await settleAnswer(tx, item, endOfDropped(due.because), now);
      return 'dropped';
    default:
      return never(due);
  }
}

async function attempt({ courier, onFault }: DeliverDeps, item: OutboxItem): Promise<Delivery> {
  try {
    return await courier.deliver(item);
  } catch (fault) {
    // Nobody can say how far it came.
    onFault(fault, { key: item.key });
    return { kind: 'unknown', detail: 'the courier failed' };
  }
}

/** The name of the lease that a bot's sender holds. */
export function senderLease(bot: OutboxItem['bot']): string {
  return `outbox:${bot}`;
}
