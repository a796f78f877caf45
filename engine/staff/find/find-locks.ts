import { accountLock } from '../../linking/account-lock.ts';
import { lockOf } from '../../linking/failure-count.ts';
import type { Policy } from '../../policy/policy.ts';
import type { Transaction } from '../../ports/storage.ts';
import { HOUR_MS, type Instant, later } from '../../time/instant.ts';

/** What keeps a holder from linking after too many failed attempts. */
export interface Locks {
  /** Until when nobody can link with the holder; null when anybody who proves it can. */
  holder: Instant | null;
  /** The holder's account, and those that tried to become it, as far as they are locked. */
  accounts: { accountId: string; until: Instant }[];
}

const ENTRIES = 200;

/** Whoever can't link any more has no link yet: their account is known by its attempts. */
export async function findLocks(
  tx: Transaction,
  { policy }: { policy: Policy },
  { now, holderId }: { now: Instant; holderId: string },
): Promise<Locks> {
  const accounts: Locks['accounts'] = [];
  for (const accountId of await accountsThatTried(tx, policy, now, holderId)) {
    const until = await accountLock(tx, now, accountId);
    if (until !== null) accounts.push({ accountId, until });
  }
  return { holder: lockOf(await tx.holders.failures(holderId), now), accounts };
}

async function accountsThatTried(
  tx: Transaction,
  { linking }: Policy,
  now: Instant,
  holderId: string,
): Promise<Set<string>> {
  const since = later(now, -linking.accountLockHours * HOUR_MS);
  const entries = await tx.journal.ofHolder(holderId, ENTRIES);
  const tried = entries.filter(({ kind, at }) => kind === 'link-refused' && at >= since);
  const link = await tx.links.activeOfHolder(holderId);
  return new Set([link?.accountId, ...tried.map(({ accountId }) => accountId)].filter((id) => typeof id === 'string'));
}
