import { standingOf } from '../endorsement/standing.ts';
import { checkVerificationCode } from '../ids.ts';
import type { Transaction } from '../ports/storage.ts';
import { never } from '../result.ts';
import type { Instant, Zone } from '../time/instant.ts';
import type { IssuedCopy } from './verify-file.ts';

/**
 * Whether a verification code stands on a copy that holds today. It says nothing about the page on which the code was
 * found: that the two agree is for whoever looks at both.
 */
export type CodeVerdict =
  | { status: 'passed'; reason: 'valid'; issued: IssuedCopy }
  | { status: 'failed'; reason: 'expired' | 'revoked' | 'certificate-withdrawn'; issued: IssuedCopy }
  /** No such code, or no copy that bears it. */
  | { status: 'failed'; reason: 'not-issued' };

const NOT_ISSUED: CodeVerdict = { status: 'failed', reason: 'not-issued' };

/** Judges a verification code, however it was typed. */
export async function verifyCode(
  tx: Transaction,
  { zone }: { zone: Zone },
  { now, code }: { now: Instant; code: string },
): Promise<CodeVerdict> {
  const read = checkVerificationCode(code);
  const endorsement = read === undefined ? undefined : await tx.endorsements.findByVerificationCode(read);
  const certificate = endorsement && (await tx.certificates.get(endorsement.certificateId));
  // One revoked before its copy was made never had a page to stand on.
  if (!endorsement || !certificate || endorsement.sha256 === null) return NOT_ISSUED;
  const issued = { endorsement, certificate };
  if (certificate.status === 'withdrawn') return { status: 'failed', reason: 'certificate-withdrawn', issued };
  const standing = standingOf(endorsement, zone.dateOf(now));
  switch (standing) {
    case 'valid':
      return { status: 'passed', reason: 'valid', issued };
    case 'expired':
    case 'revoked':
      return { status: 'failed', reason: standing, issued };
    case 'generating':
    case 'failed':
      return NOT_ISSUED;
    default:
      return never(standing);
  }
}
