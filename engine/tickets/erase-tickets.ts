import type { Transaction } from '../ports/storage.ts';
import type { Instant } from '../time/instant.ts';
import { changeTicket } from './change-ticket.ts';
import { tellStaff } from './staff/tell-staff.ts';

/**
 * Forgets what an account and the staff said to each other. Open tickets are closed and whoever works on them is told;
 * the topics, with all that is in them, are deleted from the staff group.
 */
export async function eraseTickets(
  tx: Transaction,
  { now, accountId }: { now: Instant; accountId: string },
): Promise<void> {
  const tickets = await tx.tickets.ofAccount(accountId);
  await tx.tickets.erase(accountId);
  for (const ticket of tickets) {
    const closedAt = ticket.closedAt ?? now;
    const change = { status: 'closed', waitingSince: null, closedAt, closedBecause: 'erased' } as const;
    const erased = await changeTicket(tx, ticket, change);
    if (ticket.status === 'open' || ticket.topic)
      await tellStaff(tx, now, erased, { kind: 'ticket-erased', ticketId: ticket.id });
  }
}
