import { createHash, X509Certificate } from 'node:crypto';

import { hex, same } from '../cms/bytes.ts';
import { certificateParts } from '../cms/certificate.ts';
import { oid } from '../cms/der.ts';
import { DerError, DerReader } from '../cms/der-reader.ts';
import { dotted, type Extension, readExtension } from '../cms/extension.ts';
import { OID } from '../cms/object-identifiers.ts';
import { isTrustedAlgorithm } from '../cms/signature-algorithm.ts';

const BOOLEAN = 0x01;
const INTEGER = 0x02;
const BIT_STRING = 0x03;
const SEQUENCE = 0x30;
/** Of PolicyConstraints. */
const REQUIRE_EXPLICIT_POLICY = 0x80;

/** Bits of KeyUsage (RFC 5280, 4.2.1.3), the first octet's highest first. */
const DIGITAL_SIGNATURE = 0x80;
const NON_REPUDIATION = 0x40;
const KEY_CERT_SIGN = 0x04;
const CRL_SIGN = 0x02;

/** A certificate with what node:crypto doesn't tell of it. */
export interface ReadCertificate {
  raw: Uint8Array;
  x509: X509Certificate;
  issuer: Uint8Array;
  subject: Uint8Array;
  serialNumber: Uint8Array;
  /** Whether it may vouch for others. */
  authority: boolean;
  /** How many authorities may follow below it. */
  pathLength: number;
  /** Whether its key may sign documents. */
  signsDocuments: boolean;
  /** Whether its key may sign time stamps, and nothing else (RFC 3161, 2.3). */
  signsTimestamps: boolean;
  /** Whether its key may sign OCSP responses for its issuer (RFC 6960, 4.2.2.2). */
  signsOcsp: boolean;
  /** Whether it says that its own revocation needs no look (RFC 6960, 4.2.2.2.1). */
  ocspNoCheck: boolean;
  signsRevocationLists: boolean;
  /** Whether its own signature is over a digest that is trusted. */
  trustilySigned: boolean;
  /** Critical extensions that aren't looked at, as dotted numbers: whoever passes them over must not believe it (RFC 5280, 4.2). */
  unheeded: readonly string[];
}

/** Those of authorities have two kilobytes and a dozen extensions; more would cost whoever has to read it. */
export const LARGEST_CERTIFICATE = 16 * 1024;
export const MOST_EXTENSIONS = 50;

/** Reads a DER certificate. Throws DerError, or as node:crypto does. */
export function readCertificate(raw: Uint8Array): ReadCertificate {
  if (raw.length > LARGEST_CERTIFICATE) throw new DerError('a certificate that is too long');
  const { algorithm, extensions, issuer, serialNumber, subject } = certificateParts(raw);
  if (extensions.length > MOST_EXTENSIONS) throw new DerError('too many extensions');
  const usage = keyUsage(extensions);
  const { authority, pathLength } = basicConstraints(extensions);
  const signs = !authority && (usage & (DIGITAL_SIGNATURE | NON_REPUDIATION)) !== 0;
  const purposes = extendedKeyUsage(extensions);
  return {
    raw,
    x509: new X509Certificate(raw),
    issuer,
    subject,
    serialNumber,
    authority: authority && (usage & KEY_CERT_SIGN) !== 0,
    pathLength,
    signsDocuments: signs && isForDocuments(purposes.of),
    signsTimestamps: signs && purposes.critical && purposes.of.join() === OID.timeStamping,
    signsOcsp: signs && purposes.of.includes(OID.ocspSigning),
    ocspNoCheck: findExtension(extensions, OID.ocspNoCheck) !== undefined,
    signsRevocationLists: authority && (usage & CRL_SIGN) !== 0,
    trustilySigned: isTrustedAlgorithm(algorithm),
    unheeded: unheededOf(extensions),
  };
}

const NOT_FOR_DOCUMENTS: ReadonlySet<string> = new Set([
  OID.timeStamping,
  OID.ocspSigning,
  OID.serverAuth,
  OID.codeSigning,
]);

// Servers' certificates are mostly for clients, too; that alone is how many authorities write people's.
function isForDocuments(purposes: readonly string[]): boolean {
  const others = purposes.filter((purpose) => purpose !== OID.clientAuth);
  return others.length === 0 || !others.every((purpose) => NOT_FOR_DOCUMENTS.has(purpose));
}

/**
 * Policies decide about a chain only where one of its certificates, or whoever judges it, demands one (RFC 5280, 6.1.3),
 * and further names of a subject only where an authority is held to some.
 */
const HEEDED: ReadonlySet<string> = new Set(
  [
    OID.keyUsage,
    OID.basicConstraints,
    OID.extendedKeyUsage,
    OID.alternativeName,
    OID.certificatePolicies,
    OID.policyMappings,
    OID.inhibitAnyPolicy,
  ].map((type) => hex(oid(type))),
);
const POLICY_CONSTRAINTS = hex(oid(OID.policyConstraints));

function unheededOf(extensions: readonly Uint8Array[]): string[] {
  return extensions
    .map(readExtension)
    .filter((one) => one.critical && !isHeeded(one))
    .map(({ type }) => dotted(type));
}

function isHeeded({ type, value }: Extension): boolean {
  const found = hex(type);
  if (found !== POLICY_CONSTRAINTS) return HEEDED.has(found);
  return value
    .enter(SEQUENCE)
    .rest()
    .every(({ tag }) => tag !== REQUIRE_EXPLICIT_POLICY);
}

const LONGEST_NAME = 200;

/**
 * Empty when it has none. Anybody can have a certificate of any name: what would command a terminal, or change in which
 * direction the rest is read, is left out.
 */
export function commonName(x509: X509Certificate, of: 'subject' | 'issuer'): string {
  const line = x509[of].split('\n').find((part) => part.startsWith('CN='));
  return (line?.slice(3) ?? '').replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '').slice(0, LONGEST_NAME);
}

/** SHA-1 or SHA-256 of the key itself, by which OCSP names an authority (RFC 6960, 4.1.1). */
export function keyHash({ x509 }: ReadCertificate, digest: 'sha1' | 'sha256'): Buffer {
  const info = new DerReader(x509.publicKey.export({ type: 'spki', format: 'der' })).enter(SEQUENCE);
  info.next(SEQUENCE);
  return createHash(digest).update(info.next(BIT_STRING).contents.subarray(1)).digest();
}

// A certificate without the extension may be used for anything (RFC 5280, 4.2.1.3); ours have it, and so must others.
function keyUsage(extensions: readonly Uint8Array[]): number {
  const value = findExtension(extensions, OID.keyUsage)?.value;
  return value?.next(BIT_STRING).contents[1] ?? 0;
}

function basicConstraints(extensions: readonly Uint8Array[]): { authority: boolean; pathLength: number } {
  const value = findExtension(extensions, OID.basicConstraints)?.value.enter(SEQUENCE);
  const authority = value?.peek() === BOOLEAN && value.next(BOOLEAN).contents[0] !== 0;
  const limit = value?.peek() === INTEGER ? value.next(INTEGER).contents[0] : undefined;
  return { authority, pathLength: limit ?? Number.POSITIVE_INFINITY };
}

function extendedKeyUsage(extensions: readonly Uint8Array[]): { critical: boolean; of: readonly string[] } {
  const found = findExtension(extensions, OID.extendedKeyUsage);
  if (!found) return { critical: false, of: [] };
  const known = found.value
    .enter(SEQUENCE)
    .rest()
    .map(({ encoded }) => KNOWN_PURPOSES.get(hex(encoded)) ?? 'other');
  return { critical: found.critical, of: known };
}
const KNOWN_PURPOSES: ReadonlyMap<string, string> = new Map(
  [OID.timeStamping, OID.ocspSigning, OID.documentSigning, OID.serverAuth, OID.clientAuth, OID.codeSigning].map(
    (purpose) => [hex(oid(purpose)), purpose],
  ),
);

/** The extension of that type, when `extensions` have one. Throws DerError. */
export function findExtension(extensions: readonly Uint8Array[], type: string): Extension | undefined {
  const wanted = oid(type);
  for (const encoded of extensions) {
    const found = readExtension(encoded);
    if (same(found.type, wanted)) return found;
  }
  return undefined;
}
