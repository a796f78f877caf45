import type { Transaction } from '../ports/storage.ts';
import type { TicketChange } from '../ports/stores/ticket-stores.ts';
import type { Ticket } from './ticket.ts';

/** A ticket changed between being read and being written, within one transaction. */
class TicketConflict extends Error {
  readonly code = 'ticket-conflict';

  constructor(id: string) {
    super(`the ticket ${id} was changed by somebody else meanwhile`);
    this.name = 'TicketConflict';
  }
}

/** Changes a ticket that was read in this transaction. */
export async function changeTicket(tx: Transaction, ticket: Ticket, change: TicketChange): Promise<Ticket> {
  if (!(await tx.tickets.change(ticket.id, ticket.version, change))) throw new TicketConflict(ticket.id);
  return { ...ticket, ...change, version: ticket.version + 1 };
}
