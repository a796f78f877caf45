import type { Transaction } from '../ports/storage.ts';
import { done, refused, type Result } from '../result.ts';
import type { Instant } from '../time/instant.ts';
import type { Certificate } from './holder.ts';

export type RestoreRefusal = { kind: 'no-such-certificate' } | { kind: 'not-withdrawn' };

/** Makes a withdrawn certificate valid again. What was revoked with it stays revoked: its holder asks anew. */
export async function restoreCertificate(
  tx: Transaction,
  { now, certificateId }: { now: Instant; certificateId: string },
): Promise<Result<Certificate, RestoreRefusal>> {
  const certificate = await tx.certificates.get(certificateId);
  if (!certificate) return refused({ kind: 'no-such-certificate' });
  if (!(await tx.certificates.changeStatus(certificateId, 'withdrawn', 'valid'))) {
    return refused({ kind: 'not-withdrawn' });
  }
  const { holderId } = certificate;
  await tx.journal.add({ at: now, kind: 'certificate-restored', accountId: null, holderId, facts: { certificateId } });
  return done({ ...certificate, status: 'valid' });
}
