import type { Proposal } from '../../engine/ports/stores/staff-stores.ts';
import type { Language } from '../../engine/ports/language.ts';
import type { MemberStatus } from '../../engine/staff/member.ts';
import type { Capability, StaffRole } from '../../engine/staff/permissions.ts';
import type { Instant } from '../../engine/time/instant.ts';
import type { DialogRow, Flag, Sealed } from '../tables.ts';

export interface StaffTables {
  staff_member: StaffMemberRow;
  staff_invitation: StaffInvitationRow;
  staff_audit: StaffAuditRow;
  staff_audit_head: StaffAuditHeadRow;
  /** `account_id` is the member's id. */
  staff_dialog: DialogRow;
  staff_proposal: StaffProposalRow;
  staff_file: StaffFileRow;
  staff_task: StaffTaskRow;
  staff_setting: StaffSettingRow;
  staff_deletion: StaffDeletionRow;
}

export interface StaffMemberRow {
  id: string;
  user_id: number;
  /** Sealed. */
  name: Sealed;
  role: StaffRole;
  status: MemberStatus;
  language: Language;
  joined_at: Instant;
}

export interface StaffInvitationRow {
  code_hash: string;
  role: StaffRole;
  invited_by: string | null;
  expires_at: Instant;
  used_at: Instant | null;
  /** The messenger's user id. */
  used_by: number | null;
}

export interface StaffAuditRow {
  sequence: number;
  at: Instant;
  member_id: string | null;
  role: StaffRole | null;
  capability: Capability;
  action: string;
  holder_id: string | null;
  about: string | null;
  /** Sealed. */
  reason: Sealed | null;
  refusal: string | null;
  /** JSON. */
  facts: string;
  hash: string;
}

/** One row. */
interface StaffAuditHeadRow {
  id: 1;
  rows: number;
  hash: string | null;
  /** Keyed hash of the other two; null until there are rows. */
  seal: string | null;
}

export interface StaffProposalRow {
  id: string;
  kind: Proposal['kind'];
  asked_by: string;
  asked_at: Instant;
  /** Sealed. */
  reason: Sealed;
  /** Sealed. */
  payload: Sealed;
  expires_at: Instant;
  decision: NonNullable<Proposal['decision']>['kind'] | null;
  decided_by: string | null;
  decided_at: Instant | null;
}

interface StaffFileRow {
  id: string;
  /** Sealed. */
  name: Sealed;
  /** Sealed. */
  bytes: Sealed;
  expires_at: Instant;
}

interface StaffTaskRow {
  id: string;
  kind: string;
  member_id: string;
  chat_id: number;
  thread_id: number | null;
  /** Sealed; null once finished. */
  payload: Sealed | null;
  attempts: number;
  created_at: Instant;
  lease_until: Instant | null;
  finished: Flag;
}

interface StaffSettingRow {
  name: string;
  value: string;
}

interface StaffDeletionRow {
  chat_id: number;
  message_id: number;
  at: Instant;
}
