import type { Instant } from '../time/instant.ts';

/** A question of a person to the staff, with all that is said about it. */
export interface Ticket {
  id: string;
  /** Counts from 1001; said as `K-1001`. */
  number: number;
  /** Who asked, and whoever answers reaches nobody else. */
  accountId: string;
  /** Whom the account was linked with when it last wrote; null when with nobody. */
  holderId: string | null;
  status: 'open' | 'closed';
  /** The member of staff who sees to it. */
  claimedBy: string | null;
  /** Grows whenever the claim or the status changes, so that of two who act at once one is told. */
  version: number;
  /** The forum topic it has. */
  topic: TicketTopic | null;
  /** How often a topic was begun for it; more than once when an answer of the messenger was lost. */
  topicTries: number;
  openedAt: Instant;
  /** Since when the person waits for an answer; null when the staff had the last word. */
  waitingSince: Instant | null;
  closedAt: Instant | null;
  closedBecause: TicketEnd | null;
}

export type TicketEnd = 'by-holder' | 'by-staff' | 'erased';

/** Where in a forum its messages are. */
export interface TicketTopic {
  chatId: number;
  threadId: number;
}

export interface TicketEntry {
  /** That of the ticket, a dot and the number within it. */
  id: string;
  ticketId: string;
  from: 'holder' | 'staff' | 'system';
  /** Of the staff, or who made the event happen; null for the holder. */
  memberId: string | null;
  content: TicketContent;
  at: Instant;
  /** The message in which it was written. */
  said: { chatId: number; messageId: number } | null;
  /** What became of it on its way to the other side; null for what goes nowhere. */
  delivery: TicketDelivery | null;
  settledAt: Instant | null;
}

/** Encrypted at rest. */
export type TicketContent =
  | { kind: 'text'; text: string }
  /** Of the staff, for the staff. */
  | { kind: 'note'; text: string }
  /** A picture or document of the holder's; forgotten when the ticket is closed by the staff. `text` is its caption. */
  | { kind: 'file'; text: string; file: TicketFile | null }
  | { kind: 'event'; event: TicketEvent; to: string | null };

/** A file that the messenger keeps for the holder bot. */
interface TicketFile {
  fileId: string;
  name: string;
  bytes: number;
}

/** What happened to a ticket, for whoever works on it. `handed-over` is `to` a member. */
export type TicketEvent = 'handed-over' | 'closed' | 'reopened';

/** `uncertain`: the answer of the messenger never came. */
export type TicketDelivery = 'waiting' | 'delivered' | 'uncertain' | 'blocked' | 'gone' | 'moved' | 'failed';

/** An answer that staff give again and again. */
export interface CannedAnswer {
  id: string;
  title: string;
  text: { 'zh-CN': string; en: string };
  changedAt: Instant;
}

/** The number as it is said and written: `K-1024`. */
export function ticketName({ number }: Pick<Ticket, 'number'>): string {
  return `K-${number}`;
}
