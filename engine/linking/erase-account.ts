import { revokeEndorsement } from '../endorsement/revoke-endorsement.ts';
import { cancelForEndorsement } from '../outbox/enqueue.ts';
import type { Policy } from '../policy/policy.ts';
import type { Transaction } from '../ports/storage.ts';
import { done, refused, type Result } from '../result.ts';
import type { Instant, Zone } from '../time/instant.ts';
import { countedUntil } from './failure-count.ts';
import { unlinkAccount } from './unlink-account.ts';

const PAGE = 100;

/** Failed attempts to link count until then, and would not count any more if the account were forgotten. */
export interface FailuresCount {
  kind: 'failures-count';
  until: Instant;
}

/** From when on an account can be erased; null when that is now. */
export async function erasableFrom(
  tx: Transaction,
  { policy }: { policy: Policy },
  { now, accountId }: { now: Instant; accountId: string },
): Promise<Instant | null> {
  return countedUntil(await tx.accounts.failures(accountId), now, { hours: policy.linking.accountLockHours });
}

/**
 * Forgets an account at its owner's wish: the link ends, what is being generated is revoked and the copies kept of the
 * holder's endorsements are deleted; those that are valid stay so for whoever was given them. What quota and audit
 * need stays as well, under an id that leads to nobody. The registry is not the account's to erase. Whoever guesses at
 * others' details gets no fresh count by it.
 */
export async function eraseAccount(
  tx: Transaction,
  { policy, zone }: { policy: Policy; zone: Zone },
  { now, accountId }: { now: Instant; accountId: string },
): Promise<Result<null, FailuresCount>> {
  const until = await erasableFrom(tx, { policy }, { now, accountId });
  if (until !== null) return refused({ kind: 'failures-count', until });
  const link = await unlinkAccount(tx, { now, accountId, because: 'erased' });
  if (link) await eraseCopies(tx, zone, { now, accountId, holderId: link.holderId });
  await tx.accounts.erase(accountId);
  await tx.journal.add({ at: now, kind: 'account-erased', accountId, holderId: link?.holderId ?? null, facts: {} });
  return done(null);
}

async function eraseCopies(
  tx: Transaction,
  zone: Zone,
  { now, accountId, holderId }: { now: Instant; accountId: string; holderId: string },
): Promise<void> {
  for (let offset = 0; ; offset += PAGE) {
    const page = await tx.endorsements.ofHolder(holderId, { offset, limit: PAGE });
    for (const { id, status } of page) {
      if (status === 'requested' || status === 'generating') {
        await revokeEndorsement(tx, { zone }, { now, accountId, holderId, endorsementId: id, cause: 'holder' });
      } else if (status === 'valid') {
        await tx.copies.delete(id);
        await cancelForEndorsement(tx, id);
      }
    }
    if (page.length < PAGE) return;
  }
}
