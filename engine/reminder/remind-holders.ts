import type { Endorsement } from '../endorsement/endorsement.ts';
import { enqueueForHolder, outboxKey } from '../outbox/enqueue.ts';
import type { Policy } from '../policy/policy.ts';
import type { Storage, Transaction } from '../ports/storage.ts';
import { addDays } from '../time/civil-date.ts';
import type { Instant, Zone } from '../time/instant.ts';
import { reminderDue } from './reminder-due.ts';

const BATCH = 100;

/**
 * Queues the reminders whose day has come, each once ever; how many were new. A holder who muted them, blocks the
 * bot or is linked with no account gets none, and whatever changes until it is sent is looked at again then.
 */
export async function remindHolders(storage: Storage, policy: Policy, zone: Zone, now: Instant): Promise<number> {
  const today = zone.dateOf(now);
  const until = addDays(today, Math.max(0, ...policy.reminder.daysBefore));
  const rules = { reminder: policy.reminder, zone };
  let queued = 0;
  let after: Endorsement | undefined;
  for (;;) {
    const batch = await storage.transact(async (tx) => {
      const ending = await tx.endorsements.endingBetween(today, until, BATCH, after);
      for (const endorsement of ending) {
        if (await remind(tx, rules, endorsement, now)) queued += 1;
      }
      return ending;
    });
    after = batch.at(-1);
    if (batch.length < BATCH) return queued;
  }
}

async function remind(
  tx: Transaction,
  rules: { reminder: Policy['reminder']; zone: Zone },
  endorsement: Endorsement,
  now: Instant,
): Promise<boolean> {
  const link = await tx.links.activeOfHolder(endorsement.holderId);
  const account = link && (await tx.accounts.get(link.accountId));
  if (!account || account.remindersMuted || account.blockedAt !== null) return false;
  const due = await reminderDue(tx, rules, endorsement, now);
  if (!due) return false;
  const { id, holderId } = endorsement;
  return enqueueForHolder(tx, now, {
    holderId,
    key: outboxKey.reminder(id, due.daysBefore),
    message: { kind: 'reminder', endorsementId: id, daysBefore: due.daysBefore },
    notBefore: due.from,
  });
}
