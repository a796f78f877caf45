import type { Instant } from '../../time/instant.ts';
import type { ReadCertificate } from './x509.ts';

const LONGEST_CHAIN = 6;

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
  for (let last = certificate; path.length < LONGEST_CHAIN;) {
    const above = candidates.find((candidate) => candidate.pathLength >= path.length && vouches(candidate, last));
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
  return below.x509.checkIssued(above.x509) && below.x509.verify(above.x509.publicKey);
}
