import type { Policy } from '../policy/policy.ts';
import type { Transaction } from '../ports/storage.ts';
import type { Instant } from '../time/instant.ts';
import { countFailure, failuresLeft, lockOf, type LockRule } from './failure-count.ts';
import type { FailureCount, Proof } from './link.ts';

interface Failure {
  now: Instant;
  accountId: string;
  proof: Proof;
  holderId: string;
  /** Whether there is such a holder. */
  known: boolean;
}

/** Counts a failed attempt on the account and the holder, and alerts staff when one of them gets locked. */
export async function recordFailure(
  tx: Transaction,
  linking: Policy['linking'],
  { now, accountId, proof, holderId, known }: Failure,
): Promise<{ kind: 'no-match'; attemptsLeft: number } | { kind: 'account-locked'; until: Instant }> {
  const ofAccount: LockRule = { failures: linking.accountFailures, hours: linking.accountLockHours };
  const ofHolder: LockRule = { failures: linking.holderFailures, hours: linking.holderLockHours };
  const before = await tx.holders.failures(holderId);
  const account = countFailure(await tx.accounts.failures(accountId), now, ofAccount);
  const holder = countFailure(before, now, ofHolder);
  await tx.accounts.setFailures(accountId, account);
  await tx.holders.setFailures(holderId, holder);
  const facts = { proof };
  await tx.journal.add({ at: now, kind: 'link-refused', accountId, holderId: known ? holderId : null, facts });
  const until = lockOf(account, now);
  if (until !== null) await alertLock(tx, now, { kind: 'account', id: accountId, count: account });
  if (known && lockOf(before, now) === null && lockOf(holder, now) !== null) {
    await alertLock(tx, now, { kind: 'holder', id: holderId, count: holder });
  }
  if (until !== null) return { kind: 'account-locked', until };
  return { kind: 'no-match', attemptsLeft: failuresLeft(account, ofAccount) };
}

async function alertLock(
  tx: Transaction,
  now: Instant,
  { kind, id, count }: { kind: 'account' | 'holder'; id: string; count: FailureCount },
): Promise<void> {
  const facts = { of: kind, id, failures: count.failures };
  await tx.alerts.raise({ key: `lockout:${kind}:${id}`, kind: 'lockout', at: now, facts });
  const [accountId, holderId] = kind === 'account' ? [id, null] : [null, id];
  await tx.journal.add({ at: now, kind: `${kind}-locked`, accountId, holderId, facts: { failures: count.failures } });
}
