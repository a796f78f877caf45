import type { CannedAnswer, Ticket, TicketDelivery, TicketEntry, TicketTopic } from '../../tickets/ticket.ts';
import type { Instant } from '../../time/instant.ts';

/** What may change of a ticket when its version is as expected. */
export type TicketChange = Partial<
  Pick<Ticket, 'status' | 'claimedBy' | 'holderId' | 'waitingSince' | 'closedAt' | 'closedBecause'>
>;

export interface TicketStore {
  /** Gives the ticket the next number. */
  insert(ticket: Omit<Ticket, 'number'>): Promise<Ticket>;
  get(id: string): Promise<Ticket | undefined>;
  findByTopic(topic: TicketTopic): Promise<Ticket | undefined>;
  /** Newest first. */
  ofAccount(accountId: string): Promise<Ticket[]>;
  /** Oldest first. */
  open(page: { offset: number; limit: number }): Promise<Ticket[]>;
  countOpen(): Promise<number>;
  /** Changes it and counts its version on; false when that was another than `expected`. */
  change(id: string, expected: number, change: TicketChange): Promise<boolean>;
  /** What needs no version, because nobody decides on it: who waits, and whom the account is linked with. */
  note(id: string, change: Pick<TicketChange, 'holderId' | 'waitingSince'>): Promise<void>;
  setTopic(id: string, topic: TicketTopic | null): Promise<void>;
  /** Counts a topic that is about to be opened, or takes that back for one that certainly was not. */
  countTopicTry(id: string, tries: 1 | -1): Promise<void>;
  /** Whether a ticket of this chat may have left a topic behind that it doesn't have. */
  lostTopicIn(chatId: number): Promise<boolean>;

  /** Gives the entry the next number within its ticket. */
  addEntry(entry: Omit<TicketEntry, 'id'>): Promise<TicketEntry>;
  getEntry(id: string): Promise<TicketEntry | undefined>;
  /** The last `limit`, oldest of them first. */
  entries(ticketId: string, limit: number): Promise<TicketEntry[]>;
  /** How much an account has written since then. */
  countWritten(accountId: string, since: Instant): Promise<number>;
  /** Conditional: false when it was settled as this before. */
  settleEntry(id: string, delivery: TicketDelivery, at: Instant): Promise<boolean>;
  /** Forgets the files of a ticket; their captions stay. */
  dropFiles(ticketId: string): Promise<void>;
  /** Forgets all that was said in an account's tickets and whom they were about. */
  erase(accountId: string): Promise<void>;
}

export interface CannedAnswerStore {
  /** By title. */
  list(): Promise<CannedAnswer[]>;
  get(id: string): Promise<CannedAnswer | undefined>;
  put(answer: CannedAnswer): Promise<void>;
  delete(id: string): Promise<boolean>;
}
