import type { Link } from '../../linking/link.ts';
import { unlinkAccount } from '../../linking/unlink-account.ts';
import { enqueue, outboxKey } from '../../outbox/enqueue.ts';
import type { Transaction } from '../../ports/storage.ts';
import { done, refused, type Result } from '../../result.ts';
import type { Instant } from '../../time/instant.ts';

/** The link that the member saw is no more: it was ended, or moved to another account. */
export interface LinkGone {
  kind: 'link-gone';
}

/** Ends the very link that a member saw, and has the account told. */
export async function unlinkHolder(
  tx: Transaction,
  { now, holderId, linkId }: { now: Instant; holderId: string; linkId: string },
): Promise<Result<Link, LinkGone>> {
  const active = await tx.links.activeOfHolder(holderId);
  if (active?.id !== linkId) return refused({ kind: 'link-gone' });
  const { accountId } = active;
  const ended = await unlinkAccount(tx, { now, accountId, because: 'by-staff' });
  if (!ended) return refused({ kind: 'link-gone' });
  await enqueue(tx, now, { key: outboxKey.unlinked(linkId), accountId, message: { kind: 'unlinked' } });
  return done(ended);
}
