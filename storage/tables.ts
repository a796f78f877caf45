import type { Generated, Kysely } from 'kysely';
import type { Endorsement, EndorsementStatus } from '../engine/endorsement/endorsement.ts';
import type { LinkEnd, Proof } from '../engine/linking/link.ts';
import type { OutboxItem, OutboxStatus, Priority } from '../engine/outbox/outbox-item.ts';
import type { Job } from '../engine/ports/stores/endorsement-stores.ts';
import type { KnownRevocation } from '../engine/ports/stores/revocation-store.ts';
import type { Language } from '../engine/ports/language.ts';
import type { CertificateStatus } from '../engine/registry/holder.ts';
import type { CivilDate } from '../engine/time/civil-date.ts';
import type { Instant } from '../engine/time/instant.ts';
import type { BroadcastTables } from './broadcast/broadcast-tables.ts';
import type { AlertTables } from './service/alert-tables.ts';
import type { PolicyTables } from './policy/policy-tables.ts';
import type { StaffTables } from './staff/staff-tables.ts';
import type { StatisticsTables } from './statistics/statistics-tables.ts';
import type { TicketTables } from './tickets/ticket-tables.ts';

/** The database inside a transaction. */
export type Db = Kysely<Tables>;

/** 0 or 1: SQLite has no booleans, and PostgreSQL takes numbers just as well. */
export type Flag = 0 | 1;

/** What a personal-data column holds: an envelope of PersonalData. */
export type Sealed = Uint8Array;

export interface Tables
  extends AlertTables, BroadcastTables, PolicyTables, StaffTables, StatisticsTables, TicketTables {
  holder: HolderRow;
  certificate: CertificateRow;
  registry_import: RegistryImportRow;
  account: AccountRow;
  link: LinkRow;
  link_code: LinkCodeRow;
  service_notice: ServiceNoticeRow;
  agreement: AgreementRow;
  dialog: DialogRow;
  bot_update: BotUpdateRow;
  endorsement: EndorsementRow;
  endorsed_copy: EndorsedCopyRow;
  uploaded_copy: UploadedCopyRow;
  plain_copy: PlainCopyRow;
  job: JobRow;
  outbox: OutboxRow;
  lease: LeaseRow;
  known_revocation: KnownRevocation;
  journal: JournalRow;
  data_key: DataKeyRow;
  schema_migration: SchemaMigrationRow;
}

interface FailureColumns {
  failures: Generated<number>;
  last_failure_at: Instant | null;
  locked_until: Instant | null;
}

export interface HolderRow extends FailureColumns {
  id: string;
  /** Keyed hash of document type and number. */
  document_hash: string;
  /** Keyed hash of SearchTerms; null until the database was opened with its key after migration 0012. */
  search_hash: string | null;
  /** Sealed Person. */
  person: Sealed;
}

export interface CertificateRow {
  id: string;
  holder_id: string;
  qualification: string;
  level: string | null;
  speciality: string | null;
  management_number: string;
  approved_on: CivilDate;
  issued_on: CivilDate;
  issuer: string;
  status: CertificateStatus;
}

interface RegistryImportRow {
  id: string;
  at: Instant;
  file_hash: string;
  added: number;
  changed: number;
  withdrawn: number;
}

export interface AccountRow extends FailureColumns {
  id: string;
  /** Null once the account was erased; the row stays for what refers to it. */
  user_id: number | null;
  language: Language;
  language_chosen: Flag;
  reminders_muted: Flag;
  verifications_muted: Generated<Flag>;
  blocked_at: Instant | null;
  created_at: Instant;
}

export interface LinkRow {
  id: string;
  account_id: string;
  holder_id: string;
  proof: Proof;
  linked_at: Instant;
  ended_at: Instant | null;
  ended_because: LinkEnd | null;
}

interface LinkCodeRow {
  code_hash: string;
  holder_id: string;
  expires_at: Instant;
  used_at: Instant | null;
  used_by: string | null;
}

interface ServiceNoticeRow {
  version: string;
  /** JSON Bilingual. */
  texts: string;
  published_at: Instant;
}

interface AgreementRow {
  sequence: Generated<number>;
  holder_id: string;
  account_id: string;
  version: string;
  language: Language;
  text_hash: string;
  agreed_at: Instant;
  channel: 'telegram';
}

export interface DialogRow {
  account_id: string;
  version: number;
  /** Flow, step, data and expiry are null together: no dialog now. */
  flow: string | null;
  step: string | null;
  /** Sealed. */
  data: Sealed | null;
  expires_at: Instant | null;
}

interface BotUpdateRow {
  bot: string;
  update_id: number;
  /** Sealed; null once the answer went out. */
  reply: Sealed | null;
  noted_at: Instant;
}

export interface EndorsementRow {
  id: string;
  request_key: string;
  number: string;
  verification_code: string;
  certificate_id: string;
  holder_id: string;
  account_id: string;
  scenario: string;
  days: number;
  asked_on: CivilDate;
  last_day: CivilDate;
  requested_at: Instant;
  promised_by: Instant;
  status: EndorsementStatus;
  generated_at: Instant | null;
  ended_at: Instant | null;
  ended_because: Endorsement['endedBecause'];
  sha256: string | null;
  progress_message_id: number | null;
  overdue_told_at: Instant | null;
}

interface EndorsedCopyRow {
  endorsement_id: string;
  /** Sealed PDF. */
  bytes: Sealed;
}

interface UploadedCopyRow {
  endorsement_id: string;
  bot: string;
  /** Sealed. */
  file_id: Sealed;
}

interface PlainCopyRow {
  sha256: string;
  certificate_id: string;
  holder_id: string;
  made_at: Instant;
}

interface JobRow {
  id: string;
  kind: Job['kind'];
  endorsement_id: string;
  attempts: number;
  /** When it was first to run. */
  waiting_since: Instant;
  run_at: Instant;
  lease_until: Instant | null;
  /** Why the last attempt failed: a code. */
  because: string | null;
  finished: Flag;
}

export interface OutboxRow {
  sequence: Generated<number>;
  id: string;
  key: string;
  bot: string;
  account_id: string;
  priority: Priority;
  /** Of the message. */
  kind: OutboxItem['message']['kind'];
  /** JSON, of the kind above. */
  message: string;
  status: OutboxStatus | 'cancelled';
  /** 1 once nothing more will be tried. */
  settled: Flag;
  attempts: number;
  not_before: Instant;
  created_at: Instant;
  settled_at: Instant | null;
  message_id: number | null;
  /** Sealed: a messenger's error may quote a token or a text. */
  error: Sealed | null;
}

interface LeaseRow {
  name: string;
  owner: string;
  until: Instant;
}

interface JournalRow {
  sequence: Generated<number>;
  at: Instant;
  kind: string;
  account_id: string | null;
  holder_id: string | null;
  /** JSON. */
  facts: string;
}

interface DataKeyRow {
  fingerprint: string;
}

interface SchemaMigrationRow {
  name: string;
}
