import type { Transaction } from '../ports/storage.ts';
import type { Instant } from '../time/instant.ts';
import type { AuditSearch } from './audit.ts';

/** Who did something last, and when. */
export interface LastDeed {
  /** The member's name; null for the command line. */
  by: string | null;
  at: Instant;
}

// Asking for a reason and the like are in the audit too, under the same capability.
const LOOKED_AT = 50;

/** Who was faster, for whoever finds it done already; undefined when it wasn't done by staff. */
export async function lastDeed(
  tx: Transaction,
  { action, ...by }: Pick<AuditSearch, 'capability' | 'holderId' | 'about'> & { action?: string },
): Promise<LastDeed | undefined> {
  const rows = await tx.staff.audit.search({ ...by, refused: false }, { offset: 0, limit: LOOKED_AT });
  const row = rows.find((candidate) => action === undefined || candidate.action === action);
  if (!row) return undefined;
  const member = row.memberId === null ? undefined : await tx.staff.members.get(row.memberId);
  return { by: member?.name ?? null, at: row.at };
}
