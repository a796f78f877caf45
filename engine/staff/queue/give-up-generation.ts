import { failGeneration, generationKey } from '../../generation/fail-generation.ts';
import type { EndorsementStatus } from '../../endorsement/endorsement.ts';
import type { Transaction } from '../../ports/storage.ts';
import { done, refused, type Result } from '../../result.ts';
import type { Instant } from '../../time/instant.ts';

export type GiveUpRefusal = { kind: 'no-such-endorsement' } | { kind: 'nothing-to-give-up'; status: EndorsementStatus };

/**
 * Ends the attempts at a copy: its slot is free again and the holder is told. One that has failed already only leaves
 * the list of the failed.
 */
export async function giveUpGeneration(
  tx: Transaction,
  { now, endorsementId }: { now: Instant; endorsementId: string },
): Promise<Result<{ told: boolean }, GiveUpRefusal>> {
  const endorsement = await tx.endorsements.get(endorsementId);
  if (!endorsement) return refused({ kind: 'no-such-endorsement' });
  const ended = await failGeneration(tx, now, endorsement, 'given-up');
  // Staff know of what staff decided.
  if ((await tx.alerts.clear(generationKey(endorsementId))) || ended) return done({ told: ended });
  return refused({ kind: 'nothing-to-give-up', status: endorsement.status });
}
