import { createPublicKey, type KeyObject, sign, X509Certificate } from 'node:crypto';

import type { KeyAlgorithm, Signer } from '../../ports/signer.ts';
import type { Instant } from '../../time/instant.ts';
import { IssuerFault } from '../faults.ts';

const SMALLEST_RSA = 2048;
const LARGEST_RSA = 4096;
const CURVES: Readonly<Record<string, 'P-256' | 'P-384'>> = { prime256v1: 'P-256', secp384r1: 'P-384' };

/**
 * A signer whose private key is in memory. `certificates` are DER, in any order; those that don't vouch for the key are
 * left out. Throws IssuerFault when they don't belong together or can't be used at `at`.
 */
export function createKeySigner(key: KeyObject, certificates: readonly Uint8Array[], at: Instant): Signer {
  const algorithm = keyAlgorithm(key);
  const [own, ...above] = chainOf(key, certificates);
  assertValid(own, at);
  return {
    algorithm,
    chain: [own.raw, ...above.map((certificate) => certificate.raw)],
    // With a callback, so that the thread pool does the work and chats go on.
    sign: (data) =>
      new Promise((resolve, reject) => {
        sign('sha256', data, key, (error, signature) => (error ? reject(error) : resolve(signature)));
      }),
  };
}

function keyAlgorithm(key: KeyObject): KeyAlgorithm {
  const { modulusLength = 0, namedCurve = '' } = key.asymmetricKeyDetails ?? {};
  if (key.asymmetricKeyType === 'rsa' && modulusLength >= SMALLEST_RSA && modulusLength <= LARGEST_RSA) {
    return { kind: 'rsa', bits: modulusLength };
  }
  const curve = CURVES[namedCurve];
  if (key.asymmetricKeyType === 'ec' && curve) return { kind: 'ecdsa', curve };
  throw new IssuerFault('unsupported-key', 'The key must be RSA of 2048 to 4096 bits, or on curve P-256 or P-384');
}

function chainOf(key: KeyObject, certificates: readonly Uint8Array[]): [X509Certificate, ...X509Certificate[]] {
  if (certificates.length === 0) throw new IssuerFault('no-certificate', 'There is no certificate beside the key');
  const all = certificates.map(parse);
  const publicKey = createPublicKey(key);
  const own = all.find((certificate) => certificate.publicKey.equals(publicKey));
  if (!own) throw new IssuerFault('key-mismatch', 'No certificate is for this key');
  const chain: [X509Certificate, ...X509Certificate[]] = [own];
  for (let last = own; ;) {
    const above = all.find((candidate) => !chain.includes(candidate) && vouches(candidate, last));
    if (!above) return chain;
    chain.push(above);
    last = above;
  }
}

function vouches(above: X509Certificate, below: X509Certificate): boolean {
  return below.checkIssued(above) && below.verify(above.publicKey);
}

function assertValid(certificate: X509Certificate, at: Instant): void {
  if (at < certificate.validFromDate.getTime()) {
    throw new IssuerFault('not-yet-valid', `The signing certificate is valid only from ${certificate.validFrom}`);
  }
  if (at > certificate.validToDate.getTime()) {
    throw new IssuerFault('expired', `The signing certificate expired on ${certificate.validTo}`);
  }
}

function parse(certificate: Uint8Array): X509Certificate {
  try {
    return new X509Certificate(certificate);
  } catch (cause) {
    throw new IssuerFault('malformed', 'A certificate can’t be read', { cause });
  }
}
