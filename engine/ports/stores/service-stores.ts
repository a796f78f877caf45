import type { Instant } from '../../time/instant.ts';
import type { Unavailable } from '../copy-maker.ts';
import type { OutboxItem, OutboxStatus } from '../../outbox/outbox-item.ts';

/** What is still to be sent. All of one bot token's rows are drained by the holder of its lease. */
export interface OutboxStore {
  /** False, and nothing is written, when an item with this `key` was ever added. */
  add(item: OutboxItem): Promise<boolean>;
  /**
   * Up to `limit` due items, by priority and then age, at most one per chat: an item waits for every
   * older one of its chat with the same or a higher priority. A broadcast that is not due itself, as while it is
   * paused, holds up no other, nor does a plain copy that is queued for later because it can't be made yet.
   */
  due(bot: string, now: Instant, limit: number): Promise<OutboxItem[]>;
  /** queued or uncertain → sending, counting an attempt; false when somebody else has it. */
  claim(id: string): Promise<boolean>;
  /** Has an item wait until `notBefore`, which is no attempt; false when somebody else has it. */
  postpone(id: string, notBefore: Instant): Promise<boolean>;
  settle(
    id: string,
    status: Exclude<OutboxStatus, 'sending'>,
    change: { at: Instant; notBefore?: Instant; messageId?: number; error?: string },
  ): Promise<boolean>;
  /** Items left in `sending` by a process that died; they become `uncertain`. */
  recover(bot: string): Promise<OutboxItem[]>;
  /** Has items of an account that wait for a later attempt be due now. False when nothing of the kind is on its way. */
  hurry(
    of: { kind: OutboxItem['message']['kind']; accountId: string; keyPrefix: string },
    now: Instant,
  ): Promise<boolean>;
  /** Drops queued items whose key starts with `keyPrefix`; used when what they announce is no more. */
  cancel(keyPrefix: string): Promise<number>;
  count(bot: string, status: OutboxStatus): Promise<number>;
  /** What a message of ours in a chat said; undefined when it didn't come from the outbox. */
  findSent(bot: OutboxItem['bot'], accountId: string, messageId: number): Promise<OutboxItem | undefined>;
  /** The message that the item with this key became; undefined before. */
  messageOf(key: string): Promise<number | undefined>;
  /** Sends what waits for one account to another. */
  readdress(bot: OutboxItem['bot'], from: string, to: string): Promise<void>;
  /** Since when the item waits that is due the longest, broadcasts left out; null when none is due. */
  oldestDue(bot: string, now: Instant): Promise<Instant | null>;
}

/** One owner at a time for a name; an owner that dies loses it when the lease ends. */
export interface LeaseStore {
  acquire(name: string, owner: string, now: Instant, until: Instant): Promise<boolean>;
  release(name: string, owner: string): Promise<void>;
  /** Who has it; undefined when nobody has, or its time is over. */
  owner(name: string, now: Instant): Promise<string | undefined>;
}

/** What happened and must stay known. `facts` never holds personal data. */
export interface JournalEntry {
  at: Instant;
  kind: string;
  accountId: string | null;
  holderId: string | null;
  facts: Record<string, string | number | boolean | null>;
}

export interface JournalStore {
  add(entry: JournalEntry): Promise<void>;
  ofHolder(holderId: string, limit: number): Promise<JournalEntry[]>;
  /** How many entries of a kind an account has caused since `since`. */
  countOfAccount(accountId: string, kind: string, since: Instant): Promise<number>;
}

/** Something staff should look at; the same `key` is raised once until it is cleared. */
export interface Alert {
  key: string;
  kind:
    | 'overdue'
    | 'issuer-expiring'
    | 'signer-unavailable'
    | 'generation-failed'
    | 'missing-glyph'
    | 'lockout'
    | 'outbox-dead'
    | 'sender-stuck'
    | 'documents-unavailable'
    | Unavailable['code'];
  at: Instant;
  facts: Record<string, string | number>;
}

/** An alert with what staff know of it. */
export interface OpenAlert extends Alert {
  /** When staff were told; null until then. */
  toldAt: Instant | null;
  acknowledgedAt: Instant | null;
  /** Member id. */
  acknowledgedBy: string | null;
}

/** What holds for all alerts of a kind. */
export interface AlertKindState {
  kind: Alert['kind'];
  /** When staff were told of one last. */
  toldAt: Instant | null;
  mutedUntil: Instant | null;
  mutedBy: string | null;
  acknowledgedAt: Instant | null;
  acknowledgedBy: string | null;
}

export interface AlertStore {
  raise(alert: Alert): Promise<boolean>;
  /** Oldest first. */
  open(): Promise<OpenAlert[]>;
  openOfKind(kind: Alert['kind']): Promise<OpenAlert[]>;
  /** Those whose key begins with `prefix`. */
  openUnder(prefix: string): Promise<OpenAlert[]>;
  /** Of these kinds: open, told to nobody and not acknowledged. */
  untold(kinds: readonly Alert['kind'][]): Promise<OpenAlert[]>;
  markTold(keys: readonly string[], at: Instant): Promise<void>;
  acknowledge(keys: readonly string[], memberId: string, at: Instant): Promise<void>;
  clear(key: string): Promise<boolean>;
  /** Clears those whose key begins with `prefix`; whether there were any. */
  clearUnder(prefix: string): Promise<boolean>;
  kinds(): Promise<AlertKindState[]>;
  setKind(kind: Alert['kind'], change: Partial<Omit<AlertKindState, 'kind'>>): Promise<void>;
}
