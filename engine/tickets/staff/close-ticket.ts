import { enqueue } from '../../outbox/enqueue.ts';
import type { Transaction } from '../../ports/storage.ts';
import { done, refused, type Result } from '../../result.ts';
import { changeTicket } from '../change-ticket.ts';
import { noteEvent } from '../note-event.ts';
import { reaches } from '../reaches.ts';
import { type StaffDeed, type TicketRefusal, whyNotTheirs, whyOutOfReach } from './staff-refusal.ts';
import type { Ticket } from '../ticket.ts';

/** Closes a ticket that is the member's or nobody's, and tells its holder. */
export async function closeByStaff(
  tx: Transaction,
  { now, member, ticketId }: StaffDeed,
): Promise<Result<Ticket, TicketRefusal>> {
  const ticket = await tx.tickets.get(ticketId);
  if (!ticket) return refused({ kind: 'no-such-ticket' });
  const refusal = await whyNotTheirs(tx, member, ticket);
  if (refusal) return refused(refusal);
  const change = { status: 'closed', waitingSince: null, closedAt: now, closedBecause: 'by-staff' } as const;
  const closed = await changeTicket(tx, ticket, { ...change, claimedBy: member.id });
  await tx.tickets.dropFiles(ticketId);
  const entry = await noteEvent(tx, closed, { now, memberId: member.id, event: 'closed' });
  if (await reaches(tx, closed)) {
    const message = { kind: 'ticket-closed', ticketId } as const;
    await enqueue(tx, now, { key: `ticket-closed:${entry.id}`, accountId: closed.accountId, message });
  }
  return done(closed);
}

/** Takes a closed ticket up again; it is the member's then. */
export async function reopenByStaff(
  tx: Transaction,
  { now, member, ticketId }: StaffDeed,
): Promise<Result<Ticket, TicketRefusal>> {
  const ticket = await tx.tickets.get(ticketId);
  if (!ticket) return refused({ kind: 'no-such-ticket' });
  if (ticket.status === 'open') return refused({ kind: 'open-already', ticket });
  if (ticket.closedBecause === 'erased') return refused({ kind: 'erased', ticket });
  const gone = await whyOutOfReach(tx, ticket);
  if (gone) return refused(gone);
  const change = { status: 'open', closedAt: null, closedBecause: null, claimedBy: member.id } as const;
  const open = await changeTicket(tx, ticket, change);
  await noteEvent(tx, open, { now, memberId: member.id, event: 'reopened' });
  return done(open);
}
