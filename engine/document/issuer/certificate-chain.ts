import { type KeyObject, X509Certificate } from 'node:crypto';

import type { KeyAlgorithm, Signer } from '../../ports/signer.ts';
import { instant, type Instant } from '../../time/instant.ts';
import { IssuerFault } from '../faults.ts';

const SMALLEST_RSA = 2048;
const LARGEST_RSA = 4096;
const CURVES: Readonly<Record<string, 'P-256' | 'P-384'>> = { prime256v1: 'P-256', secp384r1: 'P-384' };

/** The kind of a key, private or public. Throws IssuerFault for one that copies aren't signed with. */
export function keyAlgorithm(key: KeyObject): KeyAlgorithm {
  const { modulusLength = 0, namedCurve = '' } = key.asymmetricKeyDetails ?? {};
  if (key.asymmetricKeyType === 'rsa' && modulusLength >= SMALLEST_RSA && modulusLength <= LARGEST_RSA) {
    return { kind: 'rsa', bits: modulusLength };
  }
  const curve = CURVES[namedCurve];
  if (key.asymmetricKeyType === 'ec' && curve) return { kind: 'ecdsa', curve };
  throw new IssuerFault('unsupported-key', 'The key must be RSA of 2048 to 4096 bits, or on curve P-256 or P-384');
}

/**
 * The chain of a public key, from its own certificate up, as far as `certificates` (DER, in any order) lead; those that
 * don't vouch for it are left out. Throws IssuerFault.
 */
export function chainOfKey(publicKey: KeyObject, certificates: readonly Uint8Array[]): Signer['chain'] {
  if (certificates.length === 0) throw new IssuerFault('no-certificate', 'There is no certificate beside the key');
  const all = certificates.map(parseCertificate);
  const own = all.find((certificate) => isSameKey(certificate.publicKey, publicKey));
  if (!own) throw new IssuerFault('key-mismatch', 'No certificate is for this key');
  const above: X509Certificate[] = [];
  // A root ends it, though its other certificate, from before or after it was renewed, would vouch for it, too.
  for (let last = own; !hasSigned(last, last);) {
    const next = all.find((candidate) => candidate !== own && !above.includes(candidate) && hasSigned(candidate, last));
    if (!next) break;
    above.push(next);
    last = next;
  }
  return [own.raw, ...above.map((certificate) => certificate.raw)];
}

/** Those of `certificates` (DER) that are roots and vouch for one of a chain: several where an authority renewed its own. */
export function rootsOfChain(chain: Signer['chain'], certificates: readonly Uint8Array[]): Uint8Array[] {
  const below = chain.map(parseCertificate);
  return certificates.filter((raw) => {
    const candidate = parseCertificate(raw);
    return hasSigned(candidate, candidate) && below.some((certificate) => hasSigned(candidate, certificate));
  });
}

// Keys of two kinds aren't compared: that leaves an error of OpenSSL behind, which the next key to be read is refused for.
export function isSameKey(one: KeyObject, other: KeyObject): boolean {
  return one.asymmetricKeyType === other.asymmetricKeyType && one.equals(other);
}

/** Throws IssuerFault. */
export function parseCertificate(der: Uint8Array): X509Certificate {
  try {
    return new X509Certificate(der);
  } catch (cause) {
    throw new IssuerFault('malformed', 'A certificate can’t be read', { cause });
  }
}

export function hasSigned(above: X509Certificate, below: X509Certificate): boolean {
  return below.checkIssued(above) && below.verify(above.publicKey);
}

/** First and last moment at which something can be used. */
export interface Usable {
  from: Instant;
  until: Instant;
}

/** When every certificate of a chain is valid: outside of that, verification finds no way to the root. */
export function usableWith(chain: readonly Uint8Array[]): Usable {
  const certificates = chain.map(parseCertificate);
  return {
    from: instant(Math.max(...certificates.map(({ validFromDate }) => validFromDate.getTime()))),
    until: instant(Math.min(...certificates.map(({ validToDate }) => validToDate.getTime()))),
  };
}
