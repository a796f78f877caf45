import type { Transaction } from '../ports/storage.ts';
import type { Instant } from '../time/instant.ts';

/** Turns an account's reminders off, those already queued included, or on again. */
export async function muteReminders(
  tx: Transaction,
  { now, accountId, muted }: { now: Instant; accountId: string; muted: boolean },
): Promise<void> {
  await tx.accounts.setRemindersMuted(accountId, muted);
  await tx.journal.add({
    at: now,
    kind: muted ? 'reminders-muted' : 'reminders-on',
    accountId,
    holderId: null,
    facts: {},
  });
}
