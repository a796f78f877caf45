import type { Transaction } from '../../ports/storage.ts';
import { postToStaff } from '../staff/tell-staff.ts';
import type { Ticket } from '../ticket.ts';
import type { Writing } from './support-refusal.ts';

/** Adds what a holder wrote to a ticket, and shows it to the staff. */
export async function addWriting(tx: Transaction, ticket: Ticket, { now, content, said }: Writing): Promise<void> {
  const entry = await tx.tickets.addEntry({
    ticketId: ticket.id,
    from: 'holder',
    memberId: null,
    content,
    at: now,
    said,
    delivery: null,
    settledAt: null,
  });
  await postToStaff(tx, now, ticket, entry);
}
