import { enqueueForStaff } from '../outbox/enqueue-for-staff.ts';
import { enqueue } from '../outbox/enqueue.ts';
import type { Storage, Transaction } from '../ports/storage.ts';
import type { Instant, Zone } from '../time/instant.ts';
import type { Broadcast } from './broadcast.ts';
import { broadcastKey } from './broadcast-key.ts';

/** So many wait in the outbox at the most: 20 s at full speed, after which a pause or an end is felt. */
const WAITING = 500;

/**
 * Puts the accounts of the broadcasts whose time has come into the outbox, a portion at a time, and ends those that
 * everybody has had. Where it was is kept with each portion, and an account that is in the outbox is not put there
 * again. Answers how many accounts.
 */
export async function feedBroadcasts(
  storage: Storage,
  zone: Zone,
  now: Instant,
  mostWaiting = WAITING,
): Promise<number> {
  const active = await storage.transact((tx) => tx.broadcasts.active(now));
  let fed = 0;
  for (const { id } of active) fed += await storage.transact((tx) => feed(tx, zone, now, id, mostWaiting));
  return fed;
}

async function feed(tx: Transaction, zone: Zone, now: Instant, id: string, mostWaiting: number): Promise<number> {
  const broadcast = await tx.broadcasts.get(id);
  // A member may have paused it since it was listed.
  if (!broadcast || !(await isRunning(tx, broadcast, now))) return 0;
  const waiting = await tx.broadcasts.waiting(id);
  const accounts = await tx.broadcasts.accounts(
    broadcast.audience,
    zone.dateOf(now),
    broadcast.cursor,
    Math.max(0, mostWaiting - waiting),
  );
  for (const accountId of accounts) {
    await enqueue(tx, now, {
      key: broadcastKey(id, accountId),
      accountId,
      message: { kind: 'broadcast', broadcastId: id },
    });
  }
  const last = accounts.at(-1);
  if (last !== undefined) await tx.broadcasts.advance(id, last);
  else if (waiting === 0) await end(tx, now, broadcast);
  return accounts.length;
}

async function isRunning(
  tx: Transaction,
  { id, status, changedBy, changedAt }: Broadcast,
  now: Instant,
): Promise<boolean> {
  if (status === 'running') return true;
  const change = { by: changedBy, at: changedAt ?? now };
  return tx.broadcasts.changeStatus(id, ['scheduled'], 'running', change);
}

async function end(tx: Transaction, now: Instant, { id, createdBy }: Broadcast): Promise<void> {
  if (!(await tx.broadcasts.changeStatus(id, ['running'], 'done', { by: null, at: now }))) return;
  const message = { kind: 'broadcast-done', broadcastId: id } as const;
  await enqueueForStaff(tx, now, { key: `broadcast-done:${id}`, to: { member: createdBy }, message });
}
