import type { Endorsement } from '../endorsement/endorsement.ts';
import { enqueueForHolder, outboxKey } from '../outbox/enqueue.ts';
import type { Storage, Transaction } from '../ports/storage.ts';
import { HOUR_MS, type Instant } from '../time/instant.ts';

const BATCH = 100;

/**
 * Rule 5: has the holders told, once each, whose copy is not there when it was promised, and staff alerted;
 * the job goes on. Answers how many endorsements that were.
 */
export async function tellOverdue(storage: Storage, now: Instant): Promise<number> {
  let told = 0;
  for (;;) {
    const count = await storage.transact(async (tx) => {
      const overdue = await tx.endorsements.overdue(now, BATCH);
      for (const endorsement of overdue) await tell(tx, endorsement, now);
      return overdue.length;
    });
    told += count;
    if (count < BATCH) return told;
  }
}

async function tell(
  tx: Transaction,
  { id, holderId, accountId, requestedAt }: Endorsement,
  now: Instant,
): Promise<void> {
  if (!(await tx.endorsements.markOverdueTold(id, now))) return;
  const message = { kind: 'overdue', endorsementId: id } as const;
  await enqueueForHolder(tx, now, { holderId, key: outboxKey.overdue(id), message });
  await tx.alerts.raise({
    key: outboxKey.overdue(id),
    kind: 'overdue',
    at: now,
    facts: { endorsementId: id, hours: Math.floor((now - requestedAt) / HOUR_MS) },
  });
  await tx.journal.add({ at: now, kind: 'endorsement-overdue', accountId, holderId, facts: { endorsementId: id } });
}
