import { enqueue } from '../../outbox/enqueue.ts';
import type { Transaction } from '../../ports/storage.ts';
import { done, refused, type Result } from '../../result.ts';
import { changeTicket } from '../change-ticket.ts';
import { type StaffDeed, type TicketRefusal, whyNotTheirs, whyOutOfReach } from './staff-refusal.ts';
import type { Ticket, TicketEntry } from '../ticket.ts';

export interface Answer extends StaffDeed {
  text: string;
  said: { chatId: number; messageId: number } | null;
}

/** With the question, number and way on around it, a message to the holder stays within Telegram's 4096. */
const LONGEST_ANSWER = 3000;

/**
 * Answers the holder of a ticket. The answer goes to the account that asked and nowhere else, and not even there when it
 * has become somebody else's. Whoever answers first has the ticket.
 */
export async function answerTicket(
  tx: Transaction,
  { now, member, ticketId, text, said }: Answer,
): Promise<Result<{ ticket: Ticket; entry: TicketEntry }, TicketRefusal>> {
  const found = await tx.tickets.get(ticketId);
  if (!found) return refused({ kind: 'no-such-ticket' });
  const refusal =
    (await whyNotTheirs(tx, member, found)) ?? (await whyOutOfReach(tx, found)) ?? whyNotSayable(found, text);
  if (refusal) return refused(refusal);
  const ticket = found.claimedBy === member.id ? found : await changeTicket(tx, found, { claimedBy: member.id });
  await tx.tickets.note(ticket.id, { waitingSince: null });
  const entry = await tx.tickets.addEntry({
    ticketId: ticket.id,
    from: 'staff',
    memberId: member.id,
    content: { kind: 'text', text: text.trim() },
    at: now,
    said,
    delivery: 'waiting',
    settledAt: null,
  });
  const { accountId } = ticket;
  const message = { kind: 'ticket-answer', ticketId, entryId: entry.id } as const;
  await enqueue(tx, now, { key: `ticket-answer:${entry.id}`, accountId, message });
  return done({ ticket: { ...ticket, waitingSince: null }, entry });
}

/** Writes down something about a ticket for the staff only. Allowed to all who may answer, at any time. */
export async function noteOnTicket(
  tx: Transaction,
  { now, member, ticketId, text, said }: Answer,
): Promise<Result<{ ticket: Ticket; entry: TicketEntry }, TicketRefusal>> {
  const ticket = await tx.tickets.get(ticketId);
  if (!ticket) return refused({ kind: 'no-such-ticket' });
  if (ticket.closedBecause === 'erased') return refused({ kind: 'erased', ticket });
  const refusal = whyNotSayable(ticket, text);
  if (refusal) return refused(refusal);
  const entry = await tx.tickets.addEntry({
    ticketId,
    from: 'staff',
    memberId: member.id,
    content: { kind: 'note', text: text.trim() },
    at: now,
    said,
    delivery: null,
    settledAt: null,
  });
  return done({ ticket, entry });
}

function whyNotSayable(ticket: Ticket, text: string): TicketRefusal | undefined {
  if (text.trim() === '') return { kind: 'nothing-said', ticket };
  const characters = Array.from(text).length;
  return characters > LONGEST_ANSWER ? { kind: 'too-long', ticket, characters, limit: LONGEST_ANSWER } : undefined;
}
