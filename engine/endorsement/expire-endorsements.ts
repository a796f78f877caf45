import { cancelForEndorsement } from '../outbox/enqueue.ts';
import type { Storage, Transaction } from '../ports/storage.ts';
import type { Instant, Zone } from '../time/instant.ts';
import type { Endorsement } from './endorsement.ts';

const BATCH = 100;

/**
 * Marks every valid endorsement whose last day is past as expired and deletes its copy; how many they were.
 * Nothing else waits for this: everywhere else the date decides.
 */
export async function expireLapsed(storage: Storage, zone: Zone, now: Instant): Promise<number> {
  const today = zone.dateOf(now);
  let expired = 0;
  for (;;) {
    const count = await storage.transact(async (tx) => {
      const lapsed = await tx.endorsements.lapsed(today, BATCH);
      for (const endorsement of lapsed) await expire(tx, endorsement, now);
      return lapsed.length;
    });
    expired += count;
    if (count < BATCH) return expired;
  }
}

async function expire(tx: Transaction, { id, holderId }: Endorsement, now: Instant): Promise<void> {
  if (!(await tx.endorsements.transition(id, ['valid'], 'expired', { endedAt: now }))) return;
  await tx.copies.delete(id);
  await cancelForEndorsement(tx, id);
  await tx.journal.add({
    at: now,
    kind: 'endorsement-expired',
    accountId: null,
    holderId,
    facts: { endorsementId: id },
  });
}
