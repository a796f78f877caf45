import type { Endorsement, GenerationFailure } from '../endorsement/endorsement.ts';
import { enqueueForHolder, outboxKey } from '../outbox/enqueue.ts';
import type { Transaction } from '../ports/storage.ts';
import type { Instant } from '../time/instant.ts';

/** Of the alert about a copy that could not be made. */
export function generationKey(endorsementId: string): string {
  return `generation:${endorsementId}`;
}

/**
 * Gives an endorsement up: its slot is free again, the holder is told and staff are alerted. `facts` go into the
 * alert and hold no personal data. False when it was over already.
 */
export async function failGeneration(
  tx: Transaction,
  now: Instant,
  { id, holderId, accountId }: Endorsement,
  because: GenerationFailure,
  facts: Record<string, string | number> = {},
): Promise<boolean> {
  const ended = { endedAt: now, endedBecause: because };
  if (!(await tx.endorsements.transition(id, ['requested', 'generating'], 'failed', ended))) return false;
  await tx.outbox.cancel(outboxKey.overdue(id));
  await tx.alerts.clear(outboxKey.overdue(id));
  const message = { kind: 'failed', endorsementId: id } as const;
  await enqueueForHolder(tx, now, { holderId, key: outboxKey.failed(id), message });
  await tx.alerts.raise({
    key: generationKey(id),
    kind: because === 'missing-glyph' ? 'missing-glyph' : 'generation-failed',
    at: now,
    facts: { endorsementId: id, because, ...facts },
  });
  await tx.journal.add({
    at: now,
    kind: 'endorsement-failed',
    accountId,
    holderId,
    facts: { endorsementId: id, because },
  });
  return true;
}
