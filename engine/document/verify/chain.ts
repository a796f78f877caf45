import type { Instant } from '../../time/instant.ts';
import { same } from '../cms/bytes.ts';
import { isTrustedKind } from '../cms/signature-algorithm.ts';
import { hasSigned, isSameKey } from '../issuer/certificate-chain.ts';
import type { ReadCertificate } from './x509.ts';

/** Above a certificate, the root among them. */
export const MOST_AUTHORITIES = 6;
/** Signatures that are looked at on the way; what came along can name any number of authorities alike. */
const MOST_LOOKS = 30;

type Path = readonly ReadCertificate[];

interface PathOptions {
  /** What the signature brought along: they can help, but nothing ends with them. */
  others: readonly ReadCertificate[];
  roots: readonly ReadCertificate[];
  at: Instant;
  /** Which path is looked for, where there are several: an authority's certificates of one key are good for each other. */
  suits?: (path: Path) => boolean;
}

/** The authorities, each valid at `at`, by which `certificate` leads to a root, that last; undefined when none do. */
export function pathToRoot(certificate: ReadCertificate, options: PathOptions): Path | undefined {
  const { at, others, roots, suits = () => true } = options;
  const candidates = [...roots, ...others].filter((candidate) => candidate.authority && validAt(candidate, at));
  let looks = 0;
  const climb = (path: Path): Path | undefined => {
    const last = path.at(-1) ?? certificate;
    for (const above of candidates) {
      if (!mayFollow(above, path) || !last.x509.checkIssued(above.x509)) continue;
      looks += 1;
      if (looks > MOST_LOOKS) return undefined;
      if (!vouches(above, last)) continue;
      const found = roots.includes(above) ? [...path, above] : climb([...path, above]);
      if (found && suits(found)) return found;
    }
    return undefined;
  };
  return climb([]);
}

// No authority follows twice, nor another certificate of the same key and name: the way would only be longer.
function mayFollow(above: ReadCertificate, path: Path): boolean {
  if (path.length >= MOST_AUTHORITIES || above.pathLength < path.length) return false;
  return !path.some(
    ({ subject, x509 }) => same(subject, above.subject) && isSameKey(x509.publicKey, above.x509.publicKey),
  );
}

export function validAt({ x509 }: ReadCertificate, at: Instant): boolean {
  return at >= x509.validFromDate.getTime() && at <= x509.validToDate.getTime();
}

/** Whether `above` has signed `below`, in a way that can be believed, and all that it says of `below` is understood. */
export function vouches(above: ReadCertificate, below: ReadCertificate): boolean {
  if (!below.trustilySigned || below.unheeded.length > 0) return false;
  return isTrustedKind(above.x509.publicKey) && hasSigned(above.x509, below.x509);
}
