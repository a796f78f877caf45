import type { Transaction } from '../ports/storage.ts';
import type { Instant } from '../time/instant.ts';
import type { Ticket, TicketEntry, TicketEvent } from './ticket.ts';

/** Writes down in a ticket what happened to it. `memberId` is null when the holder did it. */
export function noteEvent(
  tx: Transaction,
  ticket: Pick<Ticket, 'id'>,
  {
    now,
    memberId,
    event,
    to = null,
  }: { now: Instant; memberId: string | null; event: TicketEvent; to?: string | null },
): Promise<TicketEntry> {
  return tx.tickets.addEntry({
    ticketId: ticket.id,
    from: 'system',
    memberId,
    content: { kind: 'event', event, to },
    at: now,
    said: null,
    delivery: null,
    settledAt: null,
  });
}
