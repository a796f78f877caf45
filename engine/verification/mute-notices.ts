import type { Transaction } from '../ports/storage.ts';
import type { Instant } from '../time/instant.ts';

/** Turns the notices of verifications to an account off, those already queued included, or on again. */
export async function muteVerificationNotices(
  tx: Transaction,
  { now, accountId, muted }: { now: Instant; accountId: string; muted: boolean },
): Promise<void> {
  await tx.accounts.setVerificationsMuted(accountId, muted);
  const kind = muted ? 'verification-notices-muted' : 'verification-notices-on';
  await tx.journal.add({ at: now, kind, accountId, holderId: null, facts: {} });
}
