import { enqueueForStaff } from '../../../../../engine/outbox/enqueue-for-staff.ts';
import type { Ticket } from '../../../../../engine/tickets/ticket.ts';
import type { StaffTurn } from '../../../turn.ts';

/** Shows all of a ticket where the member is, as a message that can be replied to. */
export async function sendCardHere({ tx, now, member, place, updateId }: StaffTurn, ticket: Ticket): Promise<void> {
  const to = place.kind === 'private' ? { member: member.id } : ({ group: 'tickets' } as const);
  const message = { kind: 'ticket-card', ticketId: ticket.id } as const;
  await enqueueForStaff(tx, now, { key: `ticket-card:${ticket.id}:${updateId}`, to, message });
}
