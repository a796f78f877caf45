import { enqueueForHolder, outboxKey, unsentKey } from '../../outbox/enqueue.ts';
import type { Transaction } from '../../ports/storage.ts';
import { done, refused, type Result } from '../../result.ts';
import type { Instant } from '../../time/instant.ts';

/** Nobody has to do anything about this copy any more. */
export interface NothingUncertain {
  kind: 'nothing-uncertain';
}

/** `nobody`: the holder is linked with no account now, so there is nobody to send it to. */
export type RetryCopyRefusal = NothingUncertain | { kind: 'nobody' };

/** Sends a copy that may not have arrived once more, at once. */
export async function retryCopy(
  tx: Transaction,
  { now, endorsementId }: { now: Instant; endorsementId: string },
): Promise<Result<'sending', RetryCopyRefusal>> {
  const endorsement = await tx.endorsements.get(endorsementId);
  if (endorsement?.status !== 'valid') return refused({ kind: 'nothing-uncertain' });
  const waiting = await uncertainItems(tx, endorsementId);
  let hurried = false;
  for (const id of waiting) hurried = (await tx.queue.hurryCopy(id, now)) || hurried;
  if (hurried) return done('sending');
  const unsent = await tx.alerts.openUnder(unsentOf(endorsementId));
  if (unsent.length === 0) return refused({ kind: 'nothing-uncertain' });
  const message = { kind: 'copy', endorsementId, firstTime: false } as const;
  const key = outboxKey.copyAgain(endorsementId, now);
  const { holderId } = endorsement;
  if (!(await enqueueForHolder(tx, now, { holderId, key, message }))) return refused({ kind: 'nobody' });
  await tx.alerts.clearUnder(unsentOf(endorsementId));
  return done('sending');
}

/** Leaves a copy as it is: its holder can fetch it, or has it. */
export async function giveUpCopy(
  tx: Transaction,
  { now, endorsementId }: { now: Instant; endorsementId: string },
): Promise<Result<'given-up', NothingUncertain>> {
  let ended = await tx.alerts.clearUnder(unsentOf(endorsementId));
  for (const id of await uncertainItems(tx, endorsementId)) ended = (await tx.queue.giveCopyUp(id, now)) || ended;
  return ended ? done('given-up') : refused({ kind: 'nothing-uncertain' });
}

async function uncertainItems(tx: Transaction, endorsementId: string): Promise<string[]> {
  return (await tx.queue.uncertainCopiesOf(endorsementId)).map(({ id }) => id);
}

/** With which the keys of the alerts about its copies begin. */
function unsentOf(endorsementId: string): string {
  return unsentKey(outboxKey.copies(endorsementId));
}
