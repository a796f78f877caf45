import type { Transaction } from '../ports/storage.ts';
import type { Instant } from '../time/instant.ts';
import { lockOf } from './failure-count.ts';

/** Until when an account may not try to link; null when it may. */
export async function accountLock(tx: Transaction, now: Instant, accountId: string): Promise<Instant | null> {
  return lockOf(await tx.accounts.failures(accountId), now);
}
