import { NO_FAILURES } from '../../linking/failure-count.ts';
import type { Policy } from '../../policy/policy.ts';
import type { Transaction } from '../../ports/storage.ts';
import { done, refused, type Result } from '../../result.ts';
import type { Instant } from '../../time/instant.ts';
import { findLocks } from '../find/find-locks.ts';

/** What was unlocked. */
export interface Unlocked {
  holder: boolean;
  accounts: number;
}

/** Lets a holder link again after too many failed attempts, from the accounts that made them. */
export async function unlockHolder(
  tx: Transaction,
  deps: { policy: Policy },
  ask: { now: Instant; holderId: string },
): Promise<Result<Unlocked, { kind: 'not-locked' }>> {
  const { now, holderId } = ask;
  const locks = await findLocks(tx, deps, ask);
  if (locks.holder === null && locks.accounts.length === 0) return refused({ kind: 'not-locked' });
  if (locks.holder !== null) {
    await tx.holders.setFailures(holderId, NO_FAILURES);
    await tx.alerts.clear(`lockout:holder:${holderId}`);
    await tx.journal.add({ at: now, kind: 'holder-unlocked', accountId: null, holderId, facts: {} });
  }
  for (const { accountId } of locks.accounts) {
    await tx.accounts.setFailures(accountId, NO_FAILURES);
    await tx.alerts.clear(`lockout:account:${accountId}`);
    await tx.journal.add({ at: now, kind: 'account-unlocked', accountId, holderId, facts: {} });
  }
  return done({ holder: locks.holder !== null, accounts: locks.accounts.length });
}
