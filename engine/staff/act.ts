import type { Transaction } from '../ports/storage.ts';
import { type Result, refused } from '../result.ts';
import type { Instant } from '../time/instant.ts';
import type { AuditEntry } from './audit.ts';
import type { Member } from './member.ts';
import { type Capability, may } from './permissions.ts';

/** What a handler adds to the audit row of what it does: about whom, why, and what came of it. */
export interface AuditNote {
  /** Codes and numbers only; names and reasons have fields of their own. */
  facts?: AuditEntry['facts'];
  holderId?: string;
  /** What it was about: an endorsement number, a management number, a ticket, a member. */
  about?: string;
  /** As it was typed. */
  reason?: string;
  /** It was not done, for this reason (the `kind` of a refusal). */
  refusal?: string;
}

export interface Deed {
  now: Instant;
  member: Member;
  capability: Capability;
  /** What exactly is done, `feature:action` or `/command`. */
  action: string;
}

export type NotAllowed = { kind: 'not-allowed'; capability: Capability } | { kind: 'suspended' };

/**
 * Lets a member do something if their role may, and writes the audit row, refused or done, in the transaction of the
 * change. `work` tells by `note` what the row is to say besides; several calls add up.
 */
export async function act<T>(
  tx: Transaction,
  { now, member, capability, action }: Deed,
  work: (note: (more: AuditNote) => void) => Promise<Result<T, NotAllowed>>,
): Promise<Result<T, NotAllowed>> {
  const entry = { at: now, memberId: member.id, role: member.role, capability, action };
  const forbidden = whyNot(member, capability);
  if (forbidden) {
    await tx.staff.audit.add({ ...entry, ...EMPTY, refusal: forbidden.kind });
    return refused(forbidden);
  }
  let noted: AuditNote = {};
  const result = await work((more) => {
    noted = { ...noted, ...more, facts: { ...noted.facts, ...more.facts } };
  });
  const { holderId = null, about = null, reason = null, refusal = null, facts = {} } = noted;
  await tx.staff.audit.add({ ...entry, holderId, about, reason, refusal, facts });
  return result;
}

const EMPTY = { holderId: null, about: null, reason: null, facts: {} };

function whyNot({ status, role }: Member, capability: Capability): NotAllowed | undefined {
  if (status !== 'active') return { kind: 'suspended' };
  return may(role, capability) ? undefined : { kind: 'not-allowed', capability };
}
