import type { Instant } from '../time/instant.ts';

export type OutboxStatus = 'queued' | 'sending' | 'sent' | 'uncertain' | 'dead';

/** Smaller goes first. */
export const PRIORITY = { interactive: 0, copy: 1, reminder: 2, broadcast: 3 } as const;
export type Priority = (typeof PRIORITY)[keyof typeof PRIORITY];

/** What is to be said, by reference; it is worded, in the account's language, when it is sent. */
export type OutboxMessage =
  /** The endorsed copy, and the progress message turned into 已生成 when `firstTime`. */
  | { kind: 'copy'; endorsementId: string; firstTime: boolean }
  | { kind: 'plain-copy'; certificateId: string }
  | { kind: 'reminder'; endorsementId: string; daysBefore: number }
  | { kind: 'overdue'; endorsementId: string }
  | { kind: 'failed'; endorsementId: string }
  | { kind: 'revoked'; endorsementId: string }
  | { kind: 'link-moved' }
  /** Staff ended the link. */
  | { kind: 'unlinked' };

export interface OutboxItem {
  id: string;
  /** Says the same thing once: an item with a known key is not added again. */
  key: string;
  /** Which bot token sends it. */
  bot: 'holder' | 'staff';
  accountId: string;
  priority: Priority;
  message: OutboxMessage;
  status: OutboxStatus;
  attempts: number;
  notBefore: Instant;
  createdAt: Instant;
}
