import type { Transaction } from '../ports/storage.ts';
import type { Instant } from '../time/instant.ts';
import type { Link, LinkEnd } from './link.ts';

/** Ends an account's link; the link that was, or undefined when there was none. Nothing of the holder's is sent to it any more. */
export async function unlinkAccount(
  tx: Transaction,
  { now, accountId, because }: { now: Instant; accountId: string; because: Exclude<LinkEnd, 'moved'> },
): Promise<Link | undefined> {
  const link = await tx.links.activeOfAccount(accountId);
  if (!link || !(await tx.links.end(link.id, because, now))) return undefined;
  const { id, holderId } = link;
  await tx.journal.add({ at: now, kind: 'unlinked', accountId, holderId, facts: { linkId: id, because } });
  return { ...link, endedAt: now, endedBecause: because };
}
