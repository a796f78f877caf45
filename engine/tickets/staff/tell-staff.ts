import { enqueueForStaff } from '../../outbox/enqueue-for-staff.ts';
import type { Transaction } from '../../ports/storage.ts';
import type { Instant } from '../../time/instant.ts';
import { ownerOf } from '../owner.ts';
import type { Ticket, TicketEntry } from '../ticket.ts';
import type { TicketPost } from '../ticket-message.ts';

/** Shows staff what was said in a ticket or what happened to it. */
export async function postToStaff(tx: Transaction, now: Instant, ticket: Ticket, entry: TicketEntry): Promise<void> {
  await tellStaff(tx, now, ticket, { kind: 'ticket-post', ticketId: ticket.id, entryId: entry.id });
}

/** Tells the group; without one, whoever has the ticket, or all who may have it. */
export async function tellStaff(
  tx: Transaction,
  now: Instant,
  ticket: Ticket,
  message: Extract<TicketPost, { kind: 'ticket-post' | 'ticket-erased' }>,
): Promise<void> {
  const about = message.kind === 'ticket-post' ? message.entryId : ticket.id;
  const owner = await ownerOf(tx, ticket);
  const grouped = (await tx.staff.settings.get('group')) !== undefined;
  const to = owner && !grouped ? { member: owner.id } : ({ group: 'tickets' } as const);
  await enqueueForStaff(tx, now, { key: `${message.kind}:${about}`, to, message });
}

/** Shows a member all of a ticket. `cause` names the occasion. */
export async function showTicketTo(
  tx: Transaction,
  now: Instant,
  { id }: Pick<Ticket, 'id'>,
  { memberId, cause }: { memberId: string; cause: string },
): Promise<void> {
  const message: TicketPost = { kind: 'ticket-card', ticketId: id };
  await enqueueForStaff(tx, now, { key: `ticket-card:${id}:${memberId}:${cause}`, to: { member: memberId }, message });
}
