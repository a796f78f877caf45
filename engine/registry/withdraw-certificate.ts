import { revokeEndorsementsOf } from '../endorsement/revoke-endorsement.ts';
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
  const cause = 'certificate-withdrawn';
  return done({ revoked: await revokeEndorsementsOf(tx, deps, { now, certificateId, cause }) });
}
