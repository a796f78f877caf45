import type { Transaction } from '../ports/storage.ts';
import type { Instant } from '../time/instant.ts';
import type { AuditSearch } from './audit.ts';

/** Who did something last, and when. */
export interface LastDeed {
  /** The member's name; null for the command line. */
  by: string | null;
  at: Instant;
}

/** Who was faster, for whoever finds it done already; undefined when it wasn't done by staff. */
export async function lastDeed(
  tx: Transaction,
  by: Pick<AuditSearch, 'capability' | 'holderId' | 'about'>,
): Promise<LastDeed | undefined> {
  const [row] = await tx.staff.audit.search({ ...by, refused: false }, { offset: 0, limit: 1 });
  if (!row) return undefined;
  const member = row.memberId === null ? undefined : await tx.staff.members.get(row.memberId);
  return { by: member?.name ?? null, at: row.at };
}
