import type { FailureCount, Link, LinkEnd } from '../../linking/link.ts';
import type { Agreement, ServiceNotice } from '../../notice/service-notice.ts';
import type { Instant } from '../../time/instant.ts';
import type { Account } from '../account.ts';
import type { Language } from '../language.ts';

export interface AccountStore {
  get(id: string): Promise<Account | undefined>;
  findByUser(userId: number): Promise<Account | undefined>;
  insert(account: Account): Promise<void>;
  setLanguage(id: string, language: Language, chosen: boolean): Promise<void>;
  setRemindersMuted(id: string, muted: boolean): Promise<void>;
  setVerificationsMuted(id: string, muted: boolean): Promise<void>;
  setBlocked(id: string, at: Instant | null): Promise<void>;
  failures(id: string): Promise<FailureCount>;
  setFailures(id: string, count: FailureCount): Promise<void>;
  /** Forgets the account and all that hangs on it but what quota and audit need. */
  erase(id: string): Promise<void>;
}

export interface LinkStore {
  activeOfAccount(accountId: string): Promise<Link | undefined>;
  activeOfHolder(holderId: string): Promise<Link | undefined>;
  /** Throws when the account or the holder still has an active link. */
  insert(link: Link): Promise<void>;
  end(id: string, because: LinkEnd, at: Instant): Promise<boolean>;
}

export interface LinkCodeStore {
  /** `code` is kept as a keyed hash only. Earlier unused codes of the holder stop working. */
  put(code: string, holderId: string, expiresAt: Instant): Promise<void>;
  /** The holder a code that is unused and not expired was made for. */
  holderOf(code: string, now: Instant): Promise<string | undefined>;
  /** Uses the code up; false when it was used, replaced or expired meanwhile. */
  use(code: string, accountId: string, now: Instant): Promise<boolean>;
}

export interface AgreementStore {
  /** False when this version exists. */
  publish(notice: ServiceNotice): Promise<boolean>;
  currentNotice(): Promise<ServiceNotice | undefined>;
  add(agreement: Agreement): Promise<void>;
  /** The version the holder agreed to last. */
  agreedVersion(holderId: string): Promise<string | undefined>;
  ofHolder(holderId: string): Promise<Agreement[]>;
}

/** What an account is in the middle of. `data` is encrypted at rest. */
export interface Dialog {
  flow: string;
  step: string;
  data: Record<string, unknown>;
  /** Grows with every change; a button carries the version it was made for. */
  version: number;
  expiresAt: Instant;
}

export interface DialogStore {
  /** Undefined when there is none; an expired one is returned, so that its holder can be told. */
  get(accountId: string): Promise<Dialog | undefined>;
  /** Writes `next` as version `expected + 1` (0 for none before); false when the version has moved on. */
  put(accountId: string, expected: number, next: Omit<Dialog, 'version'>): Promise<boolean>;
  /** Ends the dialog but keeps counting versions, so that an old button never fits a new dialog. */
  clear(accountId: string, expected: number): Promise<boolean>;
  /** The version now, 0 when there never was a dialog. */
  version(accountId: string): Promise<number>;
  /** Ends those that expired before `before`, and forgets what was typed in them. */
  forget(before: Instant): Promise<number>;
}

/** Updates of the messenger already handled, with the answer until that went out. */
export interface UpdateStore {
  find(bot: string, updateId: number): Promise<{ answered: boolean; reply: unknown } | undefined>;
  /** Notes the update with the answer that its handling decided on; throws when it is noted already. */
  note(bot: string, updateId: number, reply: unknown, at: Instant): Promise<void>;
  /** Those whose answer didn't go out yet, oldest first. */
  unanswered(bot: string): Promise<{ updateId: number; reply: unknown }[]>;
  /** Keeps what is left of an answer of which a part went out. */
  keepRest(bot: string, updateId: number, rest: unknown): Promise<void>;
  /** Drops the kept answer once it went out. */
  markAnswered(bot: string, updateId: number): Promise<void>;
  prune(before: Instant): Promise<number>;
}
