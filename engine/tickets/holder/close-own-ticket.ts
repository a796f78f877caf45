import type { Transaction } from '../../ports/storage.ts';
import { done, refused, type Result } from '../../result.ts';
import type { Instant } from '../../time/instant.ts';
import { changeTicket } from '../change-ticket.ts';
import { noteEvent } from '../note-event.ts';
import { postToStaff } from '../staff/tell-staff.ts';
import type { Ticket } from '../ticket.ts';

type NotClosed = { kind: 'no-such-ticket' } | { kind: 'already-closed'; ticket: Ticket };

/** Closes a ticket because its holder says that it is settled. */
export async function closeOwnTicket(
  tx: Transaction,
  { now, accountId, ticketId }: { now: Instant; accountId: string; ticketId: string },
): Promise<Result<Ticket, NotClosed>> {
  const ticket = await tx.tickets.get(ticketId);
  if (ticket?.accountId !== accountId) return refused({ kind: 'no-such-ticket' });
  if (ticket.status === 'closed') return refused({ kind: 'already-closed', ticket });
  const change = { status: 'closed', waitingSince: null, closedAt: now, closedBecause: 'by-holder' } as const;
  const closed = await changeTicket(tx, ticket, change);
  const entry = await noteEvent(tx, closed, { now, memberId: null, event: 'closed' });
  await postToStaff(tx, now, closed, entry);
  return done(closed);
}
