import { revokeEndorsement } from '../endorsement/revoke-endorsement.ts';
import type { Transaction } from '../ports/storage.ts';
import { done, refused, type Result } from '../result.ts';
import type { Instant, Zone } from '../time/instant.ts';

export type WithdrawRefusal = { kind: 'no-such-certificate' } | { kind: 'already-withdrawn' };

/** Rule 3: withdraws a certificate and with it what was endorsed; answers how many endorsements that revoked. */
export async function withdrawCertificate(
  tx: Transaction,
  deps: { zone: Zone },
  { now, certificateId }: { now: Instant; certificateId: string },
): Promise<Result<{ revoked: number }, WithdrawRefusal>> {
  const certificate = await tx.certificates.get(certificateId);
  if (!certificate) return refused({ kind: 'no-such-certificate' });
  if (!(await tx.certificates.changeStatus(certificateId, 'valid', 'withdrawn'))) {
    return refused({ kind: 'already-withdrawn' });
  }
  await tx.journal.add({
    at: now,
    kind: 'certificate-withdrawn',
    accountId: null,
    holderId: certificate.holderId,
    facts: { certificateId },
  });
  return done({ revoked: await revokeWithdrawn(tx, deps, { now, certificateId }) });
}

/**
 * Revokes every endorsement of a certificate that is withdrawn, whoever withdrew it, and has the holder told;
 * answers how many there were.
 */
async function revokeWithdrawn(
  tx: Transaction,
  deps: { zone: Zone },
  { now, certificateId }: { now: Instant; certificateId: string },
): Promise<number> {
  let revoked = 0;
  for (const { id } of await tx.endorsements.ofCertificate(certificateId, ['requested', 'generating', 'valid'])) {
    const ask = { now, accountId: null, holderId: null, endorsementId: id, cause: 'certificate-withdrawn' } as const;
    const result = await revokeEndorsement(tx, deps, ask);
    if (result.ok) revoked += 1;
  }
  return revoked;
}
