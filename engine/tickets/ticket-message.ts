/** What a holder is told of their tickets. */
export type TicketNews =
  | { kind: 'ticket-answer'; ticketId: string; entryId: string }
  /** Closed by the staff. */
  | { kind: 'ticket-closed'; ticketId: string };

/** What the staff are shown of tickets. */
export type TicketPost =
  /** What a holder wrote, or something that happened. */
  | { kind: 'ticket-post'; ticketId: string; entryId: string }
  /** All of a ticket so far. */
  | { kind: 'ticket-card'; ticketId: string }
  /** What became of an answer. */
  | { kind: 'ticket-receipt'; ticketId: string; entryId: string }
  /** Its holder had everything erased. */
  | { kind: 'ticket-erased'; ticketId: string };

export function isTicketNews(message: { kind: string }): message is TicketNews {
  return message.kind === 'ticket-answer' || message.kind === 'ticket-closed';
}
