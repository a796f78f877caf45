import type { Transaction } from '../../ports/storage.ts';
import { done, refused, type Result } from '../../result.ts';
import { may } from '../../staff/permissions.ts';
import { changeTicket } from '../change-ticket.ts';
import { noteEvent } from '../note-event.ts';
import { ownerOf } from '../owner.ts';
import { type StaffDeed, type TicketRefusal, whyNotTheirs } from './staff-refusal.ts';
import { postToStaff, showTicketTo } from './tell-staff.ts';
import type { Ticket } from '../ticket.ts';

/** Takes a ticket that nobody has. Of two who do, one has it and the other learns who. */
export async function claimTicket(
  tx: Transaction,
  { member, ticketId }: StaffDeed,
): Promise<Result<Ticket, TicketRefusal>> {
  const ticket = await tx.tickets.get(ticketId);
  if (!ticket) return refused({ kind: 'no-such-ticket' });
  const refusal = await whyNotTheirs(tx, member, ticket);
  if (refusal) return refused(refusal);
  if (ticket.claimedBy === member.id) return done(ticket);
  return done(await changeTicket(tx, ticket, { claimedBy: member.id }));
}

/**
 * Gives a ticket to a member, oneself included, whoever had it. `seen` is the version that was looked at: when it has
 * changed hands since, nothing happens and the member learns who has it.
 */
export async function handOver(
  tx: Transaction,
  { now, member, ticketId, to, seen }: StaffDeed & { to: string; seen: number },
): Promise<Result<Ticket, TicketRefusal>> {
  const ticket = await tx.tickets.get(ticketId);
  if (!ticket) return refused({ kind: 'no-such-ticket' });
  if (ticket.status === 'closed') return refused({ kind: 'closed', ticket });
  if (ticket.version !== seen) return refused({ kind: 'changed', ticket, by: (await ownerOf(tx, ticket)) ?? null });
  const receiver = await tx.staff.members.get(to);
  if (receiver?.status !== 'active' || !may(receiver.role, 'tickets')) {
    return refused({ kind: 'no-such-member', ticket });
  }
  if (ticket.claimedBy === to) return done(ticket);
  const handed = await changeTicket(tx, ticket, { claimedBy: to });
  const entry = await noteEvent(tx, handed, { now, memberId: member.id, event: 'handed-over', to });
  if ((await tx.staff.settings.get('group')) !== undefined) await postToStaff(tx, now, handed, entry);
  else if (to !== member.id) await showTicketTo(tx, now, handed, { memberId: to, cause: entry.id });
  return done(handed);
}
