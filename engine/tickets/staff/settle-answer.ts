import { enqueueForStaff } from '../../outbox/enqueue-for-staff.ts';
import type { OutboxItem } from '../../outbox/outbox-item.ts';
import type { Delivery } from '../../ports/courier.ts';
import type { Transaction } from '../../ports/storage.ts';
import type { Instant } from '../../time/instant.ts';
import type { TicketDelivery } from '../ticket.ts';

type End = Exclude<TicketDelivery, 'waiting'>;

/** What has become of an answer for good, after an attempt that left its item `sent` or `dead`. */
export function endOfAnswer(status: 'sent' | 'dead', delivery: Delivery): End {
  if (status === 'sent') return 'delivered';
  if (delivery.kind === 'unknown') return 'uncertain';
  return delivery.kind === 'refused' && delivery.reason !== 'bad-request' ? delivery.reason : 'failed';
}

/** What has become of an answer that is not sent for a reason of the engine's own. */
export function endOfDropped(because: string): End {
  if (because === 'blocked') return 'blocked';
  if (because === 'account-gone') return 'gone';
  return because === 'not-linked' ? 'moved' : 'failed';
}

/**
 * Notes what became of an answer on its way to the holder, and tells whoever gave it, once. What else an item may say is
 * none of a ticket's.
 */
export async function settleAnswer(
  tx: Transaction,
  { message }: Pick<OutboxItem, 'message'>,
  end: End,
  now: Instant,
): Promise<void> {
  if (message.kind !== 'ticket-answer') return;
  const { ticketId, entryId } = message;
  if (!(await tx.tickets.settleEntry(entryId, end, now))) return;
  const entry = await tx.tickets.getEntry(entryId);
  if (!entry?.memberId) return;
  // Private chats have positive ids, groups negative ones.
  const inGroup = entry.said !== null && entry.said.chatId < 0;
  await enqueueForStaff(tx, now, {
    key: `ticket-receipt:${entryId}:${end}`,
    to: inGroup ? { group: 'tickets' } : { member: entry.memberId },
    message: { kind: 'ticket-receipt', ticketId, entryId },
  });
}
