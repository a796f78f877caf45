import { revokeEndorsementsOf } from '../../endorsement/revoke-endorsement.ts';
import { enqueueForHolder, outboxKey } from '../../outbox/enqueue.ts';
import type { Transaction } from '../../ports/storage.ts';
import type { Result } from '../../result.ts';
import type { Instant, Zone } from '../../time/instant.ts';
import { type RestoreRefusal, restoreCertificate } from '../restore-certificate.ts';
import { withdrawCertificate, type WithdrawRefusal } from '../withdraw-certificate.ts';
import type { Move, RegistryChanges } from './plan-import.ts';

/** Writes what a plan without faults says. */
export async function applyImport(
  tx: Transaction,
  deps: { zone: Zone },
  { now, changes }: { now: Instant; changes: RegistryChanges },
): Promise<void> {
  const { holders, certificates } = changes;
  if (holders.added.length > 0) await tx.holders.insertMany(holders.added);
  if (holders.changed.length > 0) await tx.holders.updateMany(holders.changed);
  if (certificates.added.length > 0) await tx.certificates.insertMany(certificates.added);
  // While they are still with the holders who are to be told.
  for (const { id } of certificates.withdrawn) {
    mustExist(await withdrawCertificate(tx, deps, { now, certificateId: id }));
  }
  for (const { id } of certificates.restored) mustExist(await restoreCertificate(tx, { now, certificateId: id }));
  if (certificates.changed.length > 0) await tx.certificates.updateMany(certificates.changed);
  for (const move of certificates.moved) await settleMove(tx, deps, now, move);
}

/** It may have been withdrawn or restored by hand since the file was compared with the registry; that is as well. */
function mustExist(changed: Result<unknown, WithdrawRefusal | RestoreRefusal>): void {
  if (!changed.ok && changed.refusal.kind === 'no-such-certificate') {
    throw new TypeError('a certificate whose status is to be changed is gone');
  }
}

/** Copies of a certificate that was moved show the wrong document number, whoever has them. */
async function settleMove(tx: Transaction, deps: { zone: Zone }, now: Instant, move: Move): Promise<void> {
  const { certificateId, fromHolderId, toHolderId } = move;
  await tx.journal.add({
    at: now,
    kind: 'certificate-moved',
    accountId: null,
    holderId: fromHolderId,
    facts: { certificateId, toHolderId },
  });
  const revoked = await revokeEndorsementsOf(tx, deps, { now, certificateId, cause: 'certificate-corrected' });
  if (revoked > 0) return;
  // Nothing else tells the holder, whose link leads to the former document.
  const message = { kind: 'document-corrected', holderId: fromHolderId } as const;
  await enqueueForHolder(tx, now, {
    holderId: fromHolderId,
    key: outboxKey.documentCorrected(fromHolderId, toHolderId),
    message,
  });
}
