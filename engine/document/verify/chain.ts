import type { Instant } from '../../time/instant.ts';
import { isTrustedKind } from '../cms/signature-algorithm.ts';
import { hasSigned } from '../issuer/certificate-chain.ts';
import type { ReadCertificate } from './x509.ts';

const LONGEST_CHAIN = 6;
/** Signatures that are looked at on the way; what came along can name any number of authorities alike. */
const MOST_LOOKS = 30;

/**
 * The authorities, each valid at `at`, by which `certificate` leads to one of `roots`, that root last; undefined when
 * nothing does. `others` are what the signature brought along: they can help, but nothing ends with them.
 */
export function pathToRoot(
  certificate: ReadCertificate,
  others: readonly ReadCertificate[],
  roots: readonly ReadCertificate[],
  at: Instant,
): ReadCertificate[] | undefined {
  const candidates = [...roots, ...others].filter((candidate) => candidate.authority && validAt(candidate, at));
  const path: ReadCertificate[] = [];
  let looks = 0;
  for (let last = certificate; path.length < LONGEST_CHAIN;) {
    const above = candidates.find((candidate) => {
      if (candidate.pathLength < path.length || !last.x509.checkIssued(candidate.x509)) return false;
      looks += 1;
      return looks <= MOST_LOOKS && vouches(candidate, last);
    });
    if (!above) return undefined;
    path.push(above);
    if (roots.includes(above)) return path;
    last = above;
  }
  return undefined;
}

export function validAt({ x509 }: ReadCertificate, at: Instant): boolean {
  return at >= x509.validFromDate.getTime() && at <= x509.validToDate.getTime();
}

export function vouches(above: ReadCertificate, below: ReadCertificate): boolean {
  return isTrustedKind(above.x509.publicKey) && hasSigned(above.x509, below.x509);
}
