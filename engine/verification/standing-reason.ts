import type { Endorsement } from '../endorsement/endorsement.ts';
import { standingOf } from '../endorsement/standing.ts';
import type { Certificate } from '../registry/holder.ts';
import { never } from '../result.ts';
import type { CivilDate } from '../time/civil-date.ts';
import type { StandingReason } from './issued-verdict.ts';

/** What the copy of an endorsement is worth today; undefined when none was ever issued. */
export function endorsedStanding(
  endorsement: Endorsement,
  certificate: Certificate,
  today: CivilDate,
): StandingReason | undefined {
  // One that ended before its copy was made never had a page to stand on.
  if (endorsement.sha256 === null) return undefined;
  if (certificate.status === 'withdrawn') return 'certificate-withdrawn';
  const standing = standingOf(endorsement, today);
  switch (standing) {
    case 'valid':
    case 'expired':
      return standing;
    case 'revoked':
      return revocation(endorsement);
    case 'generating':
    case 'failed':
      return undefined;
    default:
      return never(standing);
  }
}

/** A plain copy has no last day: it holds as long as its certificate does, and is with the same holder. */
export function plainStanding(certificate: Certificate, shownHolderId: string): StandingReason {
  if (certificate.status === 'withdrawn') return 'certificate-withdrawn';
  return certificate.holderId === shownHolderId ? 'valid' : 'certificate-corrected';
}

function revocation({ id, endedBecause }: Endorsement): StandingReason {
  switch (endedBecause) {
    case 'holder':
    case 'staff':
      return `revoked-by-${endedBecause}`;
    case 'certificate-withdrawn':
    case 'certificate-corrected':
      return endedBecause;
    default:
      throw new Error(`endorsement ${id} is revoked because of ${endedBecause}`);
  }
}
