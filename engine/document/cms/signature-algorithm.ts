import { type KeyObject, verify } from 'node:crypto';

import { hex } from './bytes.ts';
import { oid } from './der.ts';
import { DerError, DerReader } from './der-reader.ts';
import { OID } from './object-identifiers.ts';

/** Digests that a signature may be over, as node:crypto names them. */
export type DigestName = 'sha256' | 'sha384' | 'sha512';

interface Scheme {
  key: 'rsa' | 'ec';
  /** Null where the algorithm leaves the digest to be named elsewhere. */
  digest: DigestName | null;
}

const OBJECT_IDENTIFIER = 0x06;
const NULL = 0x05;
const SEQUENCE = 0x30;
/** Of RSASSA-PSS-params, the hashAlgorithm. */
const PSS_DIGEST = 0xa0;

const DIGESTS: ReadonlyMap<string, DigestName> = new Map([
  [hex(oid(OID.sha256)), 'sha256'],
  [hex(oid(OID.sha384)), 'sha384'],
  [hex(oid(OID.sha512)), 'sha512'],
]);

const SCHEMES: ReadonlyMap<string, Scheme> = new Map([
  [hex(oid(OID.rsaEncryption)), { key: 'rsa', digest: null }],
  [hex(oid(OID.sha256WithRsa)), { key: 'rsa', digest: 'sha256' }],
  [hex(oid(OID.sha384WithRsa)), { key: 'rsa', digest: 'sha384' }],
  [hex(oid(OID.sha512WithRsa)), { key: 'rsa', digest: 'sha512' }],
  [hex(oid(OID.ecdsaWithSha256)), { key: 'ec', digest: 'sha256' }],
  [hex(oid(OID.ecdsaWithSha384)), { key: 'ec', digest: 'sha384' }],
  [hex(oid(OID.ecdsaWithSha512)), { key: 'ec', digest: 'sha512' }],
]);

const SMALLEST_RSA = 2048;
const LARGEST_RSA = 8192;
const LARGEST_EXPONENT = 2n ** 32n;
const CURVES: ReadonlySet<string | undefined> = new Set(['prime256v1', 'secp384r1', 'secp521r1']);

/**
 * Whether signatures by a key are looked at: not by one that is too short, nor by one that makes each look take long. Of
 * RSA, whoever chose the key can make verifying as slow as signing, by an exponent as long as the modulus.
 */
export function isTrustedKind({ asymmetricKeyDetails, asymmetricKeyType }: KeyObject): boolean {
  const { modulusLength = 0, namedCurve, publicExponent = LARGEST_EXPONENT } = asymmetricKeyDetails ?? {};
  if (asymmetricKeyType === 'ec') return CURVES.has(namedCurve);
  if (asymmetricKeyType !== 'rsa' || publicExponent >= LARGEST_EXPONENT) return false;
  return modulusLength >= SMALLEST_RSA && modulusLength <= LARGEST_RSA;
}

const PSS = hex(oid(OID.rsaPss));

/** Whether an AlgorithmIdentifier's contents name a signature over one of the digests that are trusted here. */
export function isTrustedAlgorithm(contents: Uint8Array): boolean {
  const reader = new DerReader(contents);
  const found = hex(reader.next(OBJECT_IDENTIFIER).encoded);
  if (found === PSS) return isTrustedPss(reader);
  return typeof SCHEMES.get(found)?.digest === 'string';
}

// The digest is SHA-1 where none is named (RFC 8017, A.2.3).
function isTrustedPss(parameters: DerReader): boolean {
  if (parameters.peek() !== SEQUENCE) return false;
  const [digest] = parameters.enter(SEQUENCE).rest();
  if (digest?.tag !== PSS_DIGEST) return false;
  const named = new DerReader(digest.contents).enter(SEQUENCE);
  return DIGESTS.has(hex(named.next(OBJECT_IDENTIFIER).encoded));
}

/** The digest that an AlgorithmIdentifier's contents name. Throws DerError for one that isn't trusted here. */
export function readDigestAlgorithm(contents: Uint8Array): DigestName {
  const found = DIGESTS.get(readAlgorithm(contents));
  if (!found) throw new DerError('a digest algorithm that is not used here');
  return found;
}

/** A signature by others than this engine: its AlgorithmIdentifier's contents, what was signed, and by which key. */
export interface ForeignSignature {
  algorithm: Uint8Array;
  signed: Uint8Array;
  signature: Uint8Array;
  key: KeyObject;
  /** What `algorithm` must agree with, and goes by where it names none. */
  digest?: DigestName;
}

/** Whether the signature is by that key, which must be long enough. Throws DerError for an unknown algorithm. */
export function isSignedBy({ algorithm, digest, key, signature, signed }: ForeignSignature): boolean {
  const scheme = SCHEMES.get(readAlgorithm(algorithm));
  if (!scheme) throw new DerError('a signature algorithm that is not used here');
  if (key.asymmetricKeyType !== scheme.key || !isTrustedKind(key)) return false;
  if (digest !== undefined && scheme.digest !== null && digest !== scheme.digest) return false;
  const hash = scheme.digest ?? digest;
  return hash !== undefined && verify(hash, signed, key, signature);
}

// Parameters are absent or NULL (RFC 5754, 2 and 3).
function readAlgorithm(contents: Uint8Array): string {
  const reader = new DerReader(contents);
  const found = hex(reader.next(OBJECT_IDENTIFIER).encoded);
  if (!reader.done && reader.next(NULL).contents.length > 0) throw new DerError('NULL that holds something');
  reader.end();
  return found;
}
