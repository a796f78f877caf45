import type { AuditEntry, AuditFlaw, AuditHead, AuditRow, AuditSearch } from '../../staff/audit.ts';
import type { Member, MemberStatus } from '../../staff/member.ts';
import type { StaffRole } from '../../staff/permissions.ts';
import type { Instant } from '../../time/instant.ts';
import type { DialogStore } from './account-stores.ts';
import type { Language } from '../language.ts';

/** What the staff bot works on, besides what the holder bot does. */
export interface StaffStores {
  readonly members: MemberStore;
  readonly invitations: InvitationStore;
  readonly audit: AuditStore;
  /** What a member is in the middle of, by member id. */
  readonly dialogs: DialogStore;
  readonly proposals: ProposalStore;
  readonly files: StaffFileStore;
  readonly tasks: StaffTaskStore;
  readonly settings: StaffSettingStore;
  readonly deletions: DeletionStore;
}

export interface MemberStore {
  get(id: string): Promise<Member | undefined>;
  /** The member that isn't removed. */
  findByUser(userId: number): Promise<Member | undefined>;
  /** Those in one of the states, by the time they joined. */
  list(statuses: readonly MemberStatus[]): Promise<Member[]>;
  /** Throws when the user is a member already. */
  insert(member: Member): Promise<void>;
  /** Conditional: false when the role or status was another than `from`. */
  changeRole(id: string, from: StaffRole, to: StaffRole): Promise<boolean>;
  changeStatus(id: string, from: MemberStatus, to: MemberStatus): Promise<boolean>;
  setLanguage(id: string, language: Language): Promise<void>;
  setName(id: string, name: string): Promise<void>;
}

export interface Invitation {
  role: StaffRole;
  /** Null when it was made at the command line. */
  invitedBy: string | null;
  expiresAt: Instant;
}

export interface InvitationStore {
  /** `code` is kept as a keyed hash only. */
  put(code: string, invitation: Invitation): Promise<void>;
  /** What the code invites to; undefined when it is unknown, used or expired. */
  get(code: string, now: Instant): Promise<Invitation | undefined>;
  /** Uses the code up; undefined when it is unknown, used or expired. */
  use(code: string, userId: number, now: Instant): Promise<Invitation | undefined>;
}

/** Rows are only ever added. Each carries a keyed hash over itself and the one before. */
export interface AuditStore {
  add(entry: AuditEntry): Promise<AuditRow>;
  /** Newest first. */
  search(by: AuditSearch, page: { offset: number; limit: number }): Promise<AuditRow[]>;
  count(by: AuditSearch): Promise<number>;
  /** `sound`: the head is what was written there, and the last row is the one that it speaks of. */
  head(): Promise<AuditHead & { sound: boolean }>;
  /** Reads on from a place in the chain and says how far it is sound; there is no more when that is where it began. */
  checkRows(after: AuditHead, limit: number): Promise<AuditHead | AuditFlaw>;
}

/** What one member asks for and another has to confirm. */
export interface Proposal {
  id: string;
  kind: 'withdraw-certificate' | 'restore-certificate' | 'import';
  askedBy: string;
  askedAt: Instant;
  /** Encrypted at rest, like the payload. */
  reason: string;
  payload: Record<string, unknown>;
  expiresAt: Instant;
  decision: { kind: 'confirmed' | 'declined' | 'taken-back'; by: string; at: Instant } | null;
}

export interface ProposalStore {
  insert(proposal: Proposal): Promise<void>;
  get(id: string): Promise<Proposal | undefined>;
  /** Undecided and not expired, oldest first. */
  open(now: Instant): Promise<Proposal[]>;
  /** False when it was decided before or has expired. */
  decide(id: string, decision: NonNullable<Proposal['decision']>): Promise<boolean>;
}

/** Files that a member sent and that are still to be worked on, encrypted at rest. */
export interface StaffFileStore {
  put(file: { id: string; name: string; bytes: Uint8Array; expiresAt: Instant }): Promise<void>;
  get(id: string): Promise<{ name: string; bytes: Uint8Array } | undefined>;
  /** Has it expire then, and not as was said before. */
  keepUntil(id: string, expiresAt: Instant): Promise<void>;
  delete(id: string): Promise<void>;
  prune(now: Instant): Promise<number>;
}

/**
 * Work that takes longer than a turn may: reading a file of 100,000 rows, drawing a picture. Done outside transactions
 * by a loop of the service; a task whose process died is done again, so its runner must bear that.
 */
export interface StaffTask {
  id: string;
  kind: string;
  memberId: string;
  /** Where the answer goes. */
  chatId: number;
  /** The forum topic there, if it was asked for in one. */
  threadId: number | null;
  /** Encrypted at rest. */
  payload: Record<string, unknown>;
  attempts: number;
  createdAt: Instant;
}

export interface StaffTaskStore {
  /** The same `id` twice is one task. */
  add(task: Omit<StaffTask, 'attempts'>): Promise<boolean>;
  /** Takes the oldest that is free, counting an attempt. */
  claim(now: Instant, leaseUntil: Instant): Promise<StaffTask | undefined>;
  /** False when another worker has it meanwhile. */
  finish(task: StaffTask): Promise<boolean>;
  /** Ends every lease, at the start of the only worker. */
  recover(): Promise<number>;
}

/** The few things that are set from the bot and are not policy, such as which group is the staff's. */
export interface StaffSettingStore {
  get(name: StaffSettingName): Promise<string | undefined>;
  set(name: StaffSettingName, value: string | null): Promise<void>;
}

/**
 * `group`: chat id of the staff group; `group-has-topics`: `1` when a ticket gets a topic of its own there;
 * `group-language`: that of whoever made it the staff group.
 */
export type StaffSettingName = 'group' | 'group-has-topics' | 'group-language';

/** Messages of the staff bot that are to go at a certain time, such as revealed personal data. */
export interface DeletionStore {
  /** Written in the transaction that decides to show what is to go, before it is shown. */
  add(message: { chatId: number; messageId: number; at: Instant }): Promise<void>;
  due(now: Instant, limit: number): Promise<{ chatId: number; messageId: number }[]>;
  done(message: { chatId: number; messageId: number }): Promise<void>;
}
