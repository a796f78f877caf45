import { generationKey } from '../generation/fail-generation.ts';
import { outboxKey } from '../outbox/enqueue.ts';
import type { Policy } from '../policy/policy.ts';
import type { Transaction } from '../ports/storage.ts';
import { done, refused, type Result } from '../result.ts';
import type { CivilDate } from '../time/civil-date.ts';
import type { Instant, Zone } from '../time/instant.ts';
import type { Endorsement, EndorsementStatus } from './endorsement.ts';
import { quotaOf } from './quota.ts';

export type RetryRefusal =
  | { kind: 'no-such-endorsement' }
  /** It was made meanwhile, or has ended. */
  | { kind: 'nothing-to-retry'; status: EndorsementStatus }
  | { kind: 'certificate-withdrawn' }
  | { kind: 'too-late'; lastDay: CivilDate }
  /** Its slot is somebody else's: the holder asked anew after it had failed. */
  | { kind: 'quota-used-up'; nextFreeOn: CivilDate | null };

/**
 * Has a copy tried again at once. One that had failed for good takes its slot back, if that is still free, and keeps
 * its days. `resumed`: from failure; otherwise it only waits no longer.
 */
export async function retryGeneration(
  tx: Transaction,
  deps: { policy: Policy; zone: Zone },
  { now, endorsementId }: { now: Instant; endorsementId: string },
): Promise<Result<{ endorsement: Endorsement; resumed: boolean }, RetryRefusal>> {
  const endorsement = await tx.endorsements.get(endorsementId);
  if (!endorsement) return refused({ kind: 'no-such-endorsement' });
  const { status } = endorsement;
  if (status === 'requested' || status === 'generating') {
    await tx.jobs.hurry(endorsementId, now);
    return done({ endorsement, resumed: false });
  }
  if (status !== 'failed') return refused({ kind: 'nothing-to-retry', status });
  const refusal = await whyNotAgain(tx, deps, endorsement, now);
  if (refusal) return refused(refusal);
  return resume(tx, endorsement, now);
}

async function whyNotAgain(
  tx: Transaction,
  { policy, zone }: { policy: Policy; zone: Zone },
  { certificateId, lastDay }: Endorsement,
  now: Instant,
): Promise<RetryRefusal | undefined> {
  const today = zone.dateOf(now);
  if (lastDay < today) return { kind: 'too-late', lastDay };
  const certificate = await tx.certificates.get(certificateId);
  if (certificate?.status !== 'valid') return { kind: 'certificate-withdrawn' };
  const { left, nextFreeOn } = await quotaOf(tx.endorsements, policy.quota, certificateId, today);
  return left > 0 ? undefined : { kind: 'quota-used-up', nextFreeOn };
}

async function resume(
  tx: Transaction,
  endorsement: Endorsement,
  now: Instant,
): Promise<Result<{ endorsement: Endorsement; resumed: boolean }, RetryRefusal>> {
  const { id, accountId, holderId } = endorsement;
  const anew = { endedAt: null, endedBecause: null };
  if (!(await tx.endorsements.transition(id, ['failed'], 'requested', anew))) {
    return refused({ kind: 'nothing-to-retry', status: endorsement.status });
  }
  await tx.jobs.enqueue({ id: `generate:${id}:${now}`, kind: 'generate-copy', endorsementId: id }, now);
  await tx.alerts.clear(generationKey(id));
  // The holder need not hear of the failure any more, if they haven't yet.
  await tx.outbox.cancel(outboxKey.failed(id));
  await tx.journal.add({ at: now, kind: 'endorsement-retried', accountId, holderId, facts: { endorsementId: id } });
  return done({ endorsement: { ...endorsement, ...anew, status: 'requested' }, resumed: true });
}
