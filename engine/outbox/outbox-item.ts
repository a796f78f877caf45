import type { Alert } from '../ports/stores/service-stores.ts';
import type { CivilDate } from '../time/civil-date.ts';
import type { Instant } from '../time/instant.ts';
import type { TicketNews, TicketPost } from '../tickets/ticket-message.ts';

/** How many rows of a registry file did what. */
type ImportedRows = Record<'added' | 'changed' | 'moved' | 'withdrawn', number>;

/** What kept a confirmed registry file from being written. */
type NotWrittenBecause = 'registry-changed' | 'nothing-to-change' | 'bad' | 'suspended' | 'gone';

export type OutboxStatus = 'queued' | 'sending' | 'sent' | 'uncertain' | 'dead';

/** Smaller goes first. */
export const PRIORITY = { interactive: 0, copy: 1, reminder: 2, broadcast: 3 } as const;
export type Priority = (typeof PRIORITY)[keyof typeof PRIORITY];

/** What is to be said, by reference; it is worded, in the account's language, when it is sent. */
export type OutboxMessage =
  /** The endorsed copy, and the progress message turned into 已生成 when `firstTime`. */
  | { kind: 'copy'; endorsementId: string; firstTime: boolean }
  | { kind: 'plain-copy'; certificateId: string }
  /** It can't be made yet, and is tried again. */
  | { kind: 'plain-copy-waits'; certificateId: string }
  /** It won't come. `item`: the key of what would have brought it. */
  | { kind: 'plain-copy-failed'; certificateId: string; item: string }
  | { kind: 'reminder'; endorsementId: string; daysBefore: number }
  | { kind: 'overdue'; endorsementId: string }
  | { kind: 'failed'; endorsementId: string }
  | { kind: 'revoked'; endorsementId: string }
  /** What was verified, as the notice of the account with this day and number in it gathered it. */
  | { kind: 'verified'; day: CivilDate; sequence: number }
  | TicketNews
  | { kind: 'broadcast'; broadcastId: string }
  | { kind: 'link-moved' }
  /** The registry has the certificates of a linked holder under the number of a corrected document now. */
  | { kind: 'document-corrected'; holderId: string }
  /** Staff ended the link. */
  | { kind: 'unlinked' };

/** News to staff, by reference. Each kind is worded by the duty that it belongs to. */
export type StaffMessage =
  /** Another member is asked to confirm. */
  | { kind: 'proposal-asked'; proposalId: string }
  | { kind: 'proposal-decided'; proposalId: string }
  /** The member may do other things than before. */
  | { kind: 'member-changed' }
  | TicketPost
  /** What is open of one kind of alert. */
  | { kind: 'alerts'; alertKind: Alert['kind'] }
  /** A registry file is written; `confirmedBy` is the second member, when there had to be one. */
  | { kind: 'import-done'; importId: string; rows: ImportedRows; confirmedBy: string | null }
  /** For who confirmed an import that could not be written after all. */
  | { kind: 'import-not-written'; importId: string; because: NotWrittenBecause }
  /** Everybody has had it. */
  | { kind: 'broadcast-done'; broadcastId: string };

/** Which bot token sends an item says what it can be. */
export type OutboxItem = HolderItem | StaffItem;

export interface HolderItem extends ItemFacts {
  bot: 'holder';
  /** Of the account that is told. */
  accountId: string;
  message: OutboxMessage;
}

export interface StaffItem extends ItemFacts {
  bot: 'staff';
  /** Of the member that is told, or `groupAccount` of the staff group's chat. */
  accountId: string;
  message: StaffMessage;
}

interface ItemFacts {
  id: string;
  /** Says the same thing once: an item with a known key is not added again. */
  key: string;
  priority: Priority;
  status: OutboxStatus;
  attempts: number;
  notBefore: Instant;
  createdAt: Instant;
}
