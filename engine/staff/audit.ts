import type { Instant } from '../time/instant.ts';
import type { Capability, StaffRole } from './permissions.ts';

/** One thing that a member of staff, or somebody at the command line, did, looked at, or was not allowed to. */
export interface AuditEntry {
  at: Instant;
  /** Null for the command line. */
  memberId: string | null;
  /** The member's then. */
  role: StaffRole | null;
  capability: Capability;
  /** `feature:action` of a button, `/command`, or the command of the command line. */
  action: string;
  holderId: string | null;
  about: string | null;
  /** Encrypted at rest: people type names into it. */
  reason: string | null;
  /** Why it was not done; null when it was. */
  refusal: string | null;
  /** Without personal data. */
  facts: Record<string, string | number | boolean | null>;
}

export interface AuditRow extends AuditEntry {
  /** 1, 2, 3, … without a gap. */
  sequence: number;
}

/** What the rows of the audit are searched by; what is left out doesn't matter. */
export interface AuditSearch {
  /** Null for the command line. */
  memberId?: string | null;
  holderId?: string;
  about?: string;
  capability?: Capability;
  refused?: boolean;
  since?: Instant;
  until?: Instant;
}

/** How far the chain goes: the number of its rows, and the hash of the last. */
export interface AuditHead {
  rows: number;
  /** Null before the first row. */
  hash: string | null;
}

/**
 * The first row that isn't what was written there: its content, or the whole row, is another (`altered`), it is gone
 * (`missing`, or with everything behind it, `cut-off`), or nobody wrote one (`added`). `head-altered`: the rows before
 * `sequence` are what was written, but the head isn't, so that there may have been more of them.
 */
export interface AuditFlaw {
  kind: 'broken';
  sequence: number;
  because: 'altered' | 'missing' | 'added' | 'cut-off' | 'head-altered';
}

/** What came of reading the chain from its beginning. */
export type AuditVerdict = ({ kind: 'whole' } & AuditHead) | AuditFlaw;
