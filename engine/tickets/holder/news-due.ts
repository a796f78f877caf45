import type { HolderItem } from '../../outbox/outbox-item.ts';
import type { Transaction } from '../../ports/storage.ts';
import { reaches } from '../reaches.ts';
import type { TicketNews } from '../ticket-message.ts';

/** Whether news of a ticket may go to the account that an item names, and are still so. */
export async function ticketNewsDue(
  tx: Transaction,
  { accountId }: Pick<HolderItem, 'accountId'>,
  message: TicketNews,
): Promise<'now' | 'not-linked' | 'outdated'> {
  const ticket = await tx.tickets.get(message.ticketId);
  if (ticket?.accountId !== accountId || !(await reaches(tx, ticket))) return 'not-linked';
  if (message.kind === 'ticket-closed') return ticket.status === 'closed' ? 'now' : 'outdated';
  const entry = await tx.tickets.getEntry(message.entryId);
  return entry?.ticketId === ticket.id && entry.from === 'staff' && entry.content.kind === 'text' ? 'now' : 'outdated';
}
