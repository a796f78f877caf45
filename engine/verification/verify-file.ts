import { createHash } from 'node:crypto';
import type { Endorsement } from '../endorsement/endorsement.ts';
import { type Standing, standingOf } from '../endorsement/standing.ts';
import type { Transaction } from '../ports/storage.ts';
import type { Certificate } from '../registry/holder.ts';
import { never } from '../result.ts';
import type { Instant, Zone } from '../time/instant.ts';

export interface IssuedCopy {
  endorsement: Endorsement;
  certificate: Certificate;
}

/**
 * Whether exactly this file was issued here, and holds today. `not-issued` says nothing about the file's own
 * signature: one changed by a single byte is not one that was issued. Anything but the standing, number and days
 * is for the holder and staff.
 */
export type FileVerdict =
  | { status: 'passed'; reason: 'valid'; issued: IssuedCopy }
  | { status: 'failed'; reason: 'expired' | 'revoked' | 'certificate-withdrawn'; issued: IssuedCopy }
  | { status: 'failed'; reason: 'not-issued' };

/** The first of the two questions of verification; `engine/document/verify` answers the other, from the file alone. */
export async function verifyFile(
  tx: Transaction,
  { zone }: { zone: Zone },
  { now, bytes }: { now: Instant; bytes: Uint8Array },
): Promise<FileVerdict> {
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const endorsement = await tx.endorsements.findBySha256(sha256);
  const certificate = endorsement && (await tx.certificates.get(endorsement.certificateId));
  if (!endorsement || !certificate) return { status: 'failed', reason: 'not-issued' };
  const issued = { endorsement, certificate };
  if (certificate.status === 'withdrawn') return { status: 'failed', reason: 'certificate-withdrawn', issued };
  return verdictOf(standingOf(endorsement, zone.dateOf(now)), issued);
}

function verdictOf(standing: Standing, issued: IssuedCopy): FileVerdict {
  switch (standing) {
    case 'valid':
      return { status: 'passed', reason: 'valid', issued };
    case 'expired':
    case 'revoked':
      return { status: 'failed', reason: standing, issued };
    case 'generating':
    case 'failed':
      // The digest is written together with `valid`, and neither of these comes after that.
      throw new Error(`endorsement ${issued.endorsement.id} is ${standing} and has a copy`);
    default:
      return never(standing);
  }
}
