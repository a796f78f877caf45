import type { Transaction } from '../ports/storage.ts';
import type { CivilDate } from '../time/civil-date.ts';
import type { Instant } from '../time/instant.ts';
import { type HolderItem, type OutboxMessage, PRIORITY, type Priority } from './outbox-item.ts';

/**
 * Puts a message to a holder's account into the outbox, to be sent from `notBefore` (now when left out).
 * False when an item with the same key was added before. An item's id is its key: what is to be said once
 * is deterministic.
 */
export async function enqueue(
  tx: Transaction,
  now: Instant,
  item: Pick<HolderItem, 'key' | 'accountId' | 'message'> & { priority?: Priority; notBefore?: Instant },
): Promise<boolean> {
  return tx.outbox.add({
    id: item.key,
    key: item.key,
    bot: 'holder',
    accountId: item.accountId,
    priority: item.priority ?? PRIORITIES[item.message.kind],
    message: item.message,
    status: 'queued',
    attempts: 0,
    notBefore: item.notBefore ?? now,
    createdAt: now,
  });
}

/**
 * Puts a message about a holder's endorsement or certificate into the outbox for the account that the holder
 * is linked with now, which need not be the one that asked. False when there is none to tell.
 */
export async function enqueueForHolder(
  tx: Transaction,
  now: Instant,
  item: { holderId: string; key: string; message: OutboxMessage; notBefore?: Instant },
): Promise<boolean> {
  const link = await tx.links.activeOfHolder(item.holderId);
  if (!link) return false;
  const { holderId: _, ...rest } = item;
  return enqueue(tx, now, { ...rest, accountId: link.accountId });
}

/** Keys of what is said. Ids have a fixed length, so one key's prefix is never another's. */
export const outboxKey = {
  /** With which the keys of an endorsement's copies begin. */
  copies: (endorsementId: string) => `copy:${endorsementId}:`,
  firstCopy: (endorsementId: string) => `copy:${endorsementId}:first`,
  /** Updates of the two bots are counted apart. */
  copyAgain: (endorsementId: string, updateId: number, askedBy: 'holder' | 'staff' = 'holder') =>
    `copy:${endorsementId}:again${askedBy === 'staff' ? ':staff' : ''}:${updateId}`,
  /** With which the keys of a certificate's plain copies begin. */
  plainCopies: (certificateId: string) => `plain-copy:${certificateId}:`,
  plainCopy: (certificateId: string, updateId: number) => `plain-copy:${certificateId}:${updateId}`,
  /** By the key of the plain copy that waits. */
  plainCopyWaits: (plainCopy: string) => `${plainCopy}:waits`,
  plainCopyFailed: (plainCopy: string) => `${plainCopy}:failed`,
  reminder: (endorsementId: string, daysBefore: number) => `reminder:${endorsementId}:${daysBefore}`,
  overdue: (endorsementId: string) => `overdue:${endorsementId}`,
  failed: (endorsementId: string) => `failed:${endorsementId}`,
  revoked: (endorsementId: string) => `revoked:${endorsementId}`,
  verified: (accountId: string, day: CivilDate, sequence: number) => `verified:${accountId}:${day}:${sequence}`,
  linkMoved: (linkId: string) => `link-moved:${linkId}`,
  documentCorrected: (fromHolderId: string, toHolderId: string) => `document-corrected:${fromHolderId}:${toHolderId}`,
  unlinked: (linkId: string) => `unlinked:${linkId}`,
};

/** The key of the alert about an item that was given up, by the item's; of several, by what their keys begin with. */
export function unsentKey(itemKey: string): string {
  return `outbox:${itemKey}`;
}

/**
 * Drops what is queued about an endorsement that is over: its copies, reminders and the overdue notice. Nor has anybody
 * to look after copies of it that could not be sent.
 */
export async function cancelForEndorsement(tx: Transaction, endorsementId: string): Promise<void> {
  await tx.alerts.clearUnder(unsentKey(outboxKey.copies(endorsementId)));
  await tx.outbox.cancel(outboxKey.copies(endorsementId));
  await tx.outbox.cancel(`reminder:${endorsementId}:`);
  await tx.outbox.cancel(outboxKey.overdue(endorsementId));
}

const PRIORITIES: Record<OutboxMessage['kind'], Priority> = {
  'link-moved': PRIORITY.interactive,
  unlinked: PRIORITY.interactive,
  // Before the copy that it is about.
  'plain-copy-waits': PRIORITY.interactive,
  'ticket-answer': PRIORITY.interactive,
  'ticket-closed': PRIORITY.interactive,
  copy: PRIORITY.copy,
  // Made when its turn comes, it may have to wait, and then holds up nothing that answers a person.
  'plain-copy': PRIORITY.copy,
  'plain-copy-failed': PRIORITY.copy,
  overdue: PRIORITY.copy,
  failed: PRIORITY.copy,
  revoked: PRIORITY.copy,
  'document-corrected': PRIORITY.copy,
  reminder: PRIORITY.reminder,
  verified: PRIORITY.reminder,
  broadcast: PRIORITY.broadcast,
};
