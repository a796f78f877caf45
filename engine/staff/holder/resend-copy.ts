import { fetchCopy, type FetchRefusal } from '../../endorsement/fetch-copy.ts';
import type { Endorsement } from '../../endorsement/endorsement.ts';
import type { Policy } from '../../policy/policy.ts';
import type { Transaction } from '../../ports/storage.ts';
import { refused, type Result } from '../../result.ts';
import type { Instant, Zone } from '../../time/instant.ts';

export type ResendRefusal =
  | FetchRefusal
  /** There is nobody to send it to. */
  | { kind: 'not-linked' }
  /** Nothing would reach them. */
  | { kind: 'blocked'; since: Instant };

/** Has a copy sent once more to the account that its holder is linked with now. The same update asks once. */
export async function resendCopy(
  tx: Transaction,
  deps: { policy: Policy; zone: Zone },
  ask: { now: Instant; endorsementId: string; updateId: number },
): Promise<Result<Endorsement, ResendRefusal>> {
  const endorsement = await tx.endorsements.get(ask.endorsementId);
  if (!endorsement) return refused({ kind: 'not-yours' });
  const { holderId } = endorsement;
  const link = await tx.links.activeOfHolder(holderId);
  if (!link) return refused({ kind: 'not-linked' });
  const account = await tx.accounts.get(link.accountId);
  if (account && account.blockedAt !== null) return refused({ kind: 'blocked', since: account.blockedAt });
  return fetchCopy(tx, deps, { ...ask, holderId, accountId: link.accountId, askedBy: 'staff' });
}
