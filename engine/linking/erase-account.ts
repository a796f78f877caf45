import type { Endorsement } from '../endorsement/endorsement.ts';
import { revokeEndorsement } from '../endorsement/revoke-endorsement.ts';
import { cancelForEndorsement } from '../outbox/enqueue.ts';
import type { Policy } from '../policy/policy.ts';
import type { Transaction } from '../ports/storage.ts';
import { done, refused, type Result } from '../result.ts';
import { eraseTickets } from '../tickets/erase-tickets.ts';
import type { Instant, Zone } from '../time/instant.ts';
import { countedUntil } from './failure-count.ts';
import { unlinkAccount } from './unlink-account.ts';

const PAGE = 100;

/** Failed attempts to link count until then, and would not count any more if the account were forgotten. */
export interface FailuresCount {
  kind: 'failures-count';
  until: Instant;
}

interface By {
  now: Instant;
  accountId: string;
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
 * need stays as well, under an id that leads to nobody, and how often copies were verified on a day, but not which. What was said in tickets goes. The registry is not the account's to erase. Whoever guesses at
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
  if (link) await eraseCopiesOf(tx, zone, link.holderId, { now, accountId });
  await eraseCopiesLeft(tx, zone, { now, accountId });
  await eraseTickets(tx, { now, accountId });
  await tx.accounts.erase(accountId);
  await tx.journal.add({ at: now, kind: 'account-erased', accountId, holderId: link?.holderId ?? null, facts: {} });
  return done(null);
}

async function eraseCopiesOf(tx: Transaction, zone: Zone, holderId: string, by: By): Promise<void> {
  for (let offset = 0; ; offset += PAGE) {
    const page = await tx.endorsements.ofHolder(holderId, { offset, limit: PAGE });
    for (const endorsement of page) await eraseCopy(tx, zone, endorsement, by);
    if (page.length < PAGE) return;
  }
}

/** What was asked for here under a link that ended before; a holder who is linked elsewhere keeps theirs. */
async function eraseCopiesLeft(tx: Transaction, zone: Zone, by: By): Promise<void> {
  for (const endorsement of await tx.endorsements.ofAccount(by.accountId, ['requested', 'generating', 'valid'])) {
    if (!(await tx.links.activeOfHolder(endorsement.holderId))) await eraseCopy(tx, zone, endorsement, by);
  }
}

async function eraseCopy(tx: Transaction, zone: Zone, { id, holderId, status }: Endorsement, by: By): Promise<void> {
  await tx.statistics.detachVerifications(id);
  if (status === 'requested' || status === 'generating') {
    await revokeEndorsement(tx, { zone }, { ...by, holderId, endorsementId: id, cause: 'holder' });
  } else if (status === 'valid') {
    await tx.copies.delete(id);
    await cancelForEndorsement(tx, id);
  }
}
