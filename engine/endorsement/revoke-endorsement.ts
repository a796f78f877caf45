import { cancelForEndorsement, enqueueForHolder, outboxKey } from '../outbox/enqueue.ts';
import type { Transaction } from '../ports/storage.ts';
import type { NotYours } from '../registry/list-certificates.ts';
import { done, refused, type Result } from '../result.ts';
import type { Instant, Zone } from '../time/instant.ts';
import type { Endorsement, RevocationCause } from './endorsement.ts';
import { type Standing, standingOf } from './standing.ts';

export type RevokeRefusal = NotYours | { kind: 'already-over'; standing: Exclude<Standing, 'generating' | 'valid'> };

/**
 * Ends an endorsement before its last day, also while its copy is being made. Its copy, reminders and
 * whatever is queued about it go; a holder who didn't do it is told. `holderId` null: not asked by a holder.
 */
export async function revokeEndorsement(
  tx: Transaction,
  { zone }: { zone: Zone },
  ask: {
    now: Instant;
    accountId: string | null;
    holderId: string | null;
    endorsementId: string;
    cause: RevocationCause;
  },
): Promise<Result<Endorsement, RevokeRefusal>> {
  const endorsement = await tx.endorsements.get(ask.endorsementId);
  if (!endorsement || (ask.holderId !== null && endorsement.holderId !== ask.holderId)) {
    return refused({ kind: 'not-yours' });
  }
  const standing = standingOf(endorsement, zone.dateOf(ask.now));
  if (standing !== 'generating' && standing !== 'valid') return refused({ kind: 'already-over', standing });
  return done(await revoke(tx, endorsement, ask));
}

/** Revokes every endorsement of a certificate that isn't over, has the holder told, and answers how many there were. */
export async function revokeEndorsementsOf(
  tx: Transaction,
  deps: { zone: Zone },
  { certificateId, ...rest }: { now: Instant; certificateId: string; cause: RevocationCause },
): Promise<number> {
  let revoked = 0;
  for (const { id } of await tx.endorsements.ofCertificate(certificateId, ['requested', 'generating', 'valid'])) {
    const ask = { ...rest, accountId: null, holderId: null, endorsementId: id };
    const result = await revokeEndorsement(tx, deps, ask);
    if (result.ok) revoked += 1;
  }
  return revoked;
}

async function revoke(
  tx: Transaction,
  endorsement: Endorsement,
  { now, accountId, cause }: { now: Instant; accountId: string | null; cause: RevocationCause },
): Promise<Endorsement> {
  const { id, holderId } = endorsement;
  const ended = { endedAt: now, endedBecause: cause };
  if (!(await tx.endorsements.transition(id, ['requested', 'generating', 'valid'], 'revoked', ended))) {
    throw new Error(`endorsement ${id} changed its state inside a transaction`);
  }
  await tx.copies.delete(id);
  await cancelForEndorsement(tx, id);
  await tx.alerts.clear(outboxKey.overdue(id));
  if (cause !== 'holder') {
    const message = { kind: 'revoked', endorsementId: id } as const;
    await enqueueForHolder(tx, now, { holderId, key: outboxKey.revoked(id), message });
  }
  await tx.journal.add({
    at: now,
    kind: 'endorsement-revoked',
    accountId,
    holderId,
    facts: { endorsementId: id, cause },
  });
  return { ...endorsement, ...ended, status: 'revoked' };
}
