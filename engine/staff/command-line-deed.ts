import type { Transaction } from '../ports/storage.ts';
import type { Instant } from '../time/instant.ts';
import type { AuditNote } from './act.ts';
import type { Capability } from './permissions.ts';

export interface CommandLineDeed extends AuditNote {
  now: Instant;
  capability: Capability;
  /** The command as it is typed, without what follows it. */
  action: string;
}

/** Writes the audit row of what somebody at the command line does, in the transaction in which it is done. */
export async function noteAtCommandLine(tx: Transaction, { now, ...deed }: CommandLineDeed): Promise<void> {
  const nothing = { holderId: null, about: null, reason: null, refusal: null, facts: {} };
  await tx.staff.audit.add({ ...nothing, ...deed, at: now, memberId: null, role: null });
}
