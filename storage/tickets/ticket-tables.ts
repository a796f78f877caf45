import type { Ticket, TicketDelivery, TicketEnd, TicketEntry } from '../../engine/tickets/ticket.ts';
import type { Instant } from '../../engine/time/instant.ts';

export interface TicketTables {
  ticket: TicketRow;
  ticket_entry: TicketEntryRow;
  canned_answer: CannedAnswerRow;
}

export interface TicketRow {
  id: string;
  number: number;
  account_id: string;
  holder_id: string | null;
  status: Ticket['status'];
  claimed_by: string | null;
  version: number;
  /** Chat and thread are null together. */
  topic_chat_id: number | null;
  topic_thread_id: number | null;
  topic_tries: number;
  opened_at: Instant;
  waiting_since: Instant | null;
  closed_at: Instant | null;
  closed_because: TicketEnd | null;
}

export interface TicketEntryRow {
  ticket_id: string;
  /** 1, 2, 3, … within the ticket. */
  sequence: number;
  account_id: string;
  source: TicketEntry['from'];
  member_id: string | null;
  /** Sealed TicketContent. */
  content: Uint8Array;
  at: Instant;
  /** Chat and message are null together. */
  said_chat_id: number | null;
  said_message_id: number | null;
  delivery: TicketDelivery | null;
  settled_at: Instant | null;
}

interface CannedAnswerRow {
  id: string;
  /** Sealed. */
  answer: Uint8Array;
  changed_at: Instant;
}
