import { X509Certificate } from 'node:crypto';

import { certificateParts } from '../cms/certificate.ts';
import { oid } from '../cms/der.ts';
import { DerReader } from '../cms/der-reader.ts';
import { OID } from '../cms/object-identifiers.ts';

const BOOLEAN = 0x01;
const INTEGER = 0x02;
const BIT_STRING = 0x03;
const OCTET_STRING = 0x04;
const OBJECT_IDENTIFIER = 0x06;
const SEQUENCE = 0x30;

/** Bits of KeyUsage (RFC 5280, 4.2.1.3), the first octet's highest first. */
const DIGITAL_SIGNATURE = 0x80;
const NON_REPUDIATION = 0x40;
const KEY_CERT_SIGN = 0x04;

/** A certificate with what node:crypto doesn't tell of it. */
export interface ReadCertificate {
  raw: Uint8Array;
  x509: X509Certificate;
  issuer: Uint8Array;
  serialNumber: Uint8Array;
  /** Whether it may vouch for others. */
  authority: boolean;
  /** How many authorities may follow below it. */
  pathLength: number;
  /** Whether its key may sign documents. */
  signsDocuments: boolean;
}

/** Reads a DER certificate. Throws DerError, or as node:crypto does. */
export function readCertificate(raw: Uint8Array): ReadCertificate {
  const { extensions, issuer, serialNumber } = certificateParts(raw);
  const usage = keyUsage(extensions);
  const { authority, pathLength } = basicConstraints(extensions);
  return {
    raw,
    x509: new X509Certificate(raw),
    issuer,
    serialNumber,
    authority: authority && (usage & KEY_CERT_SIGN) !== 0,
    pathLength,
    signsDocuments: !authority && (usage & (DIGITAL_SIGNATURE | NON_REPUDIATION)) !== 0,
  };
}

// A certificate without the extension may be used for anything (RFC 5280, 4.2.1.3); ours have it, and so must others.
function keyUsage(extensions: readonly Uint8Array[]): number {
  const value = extension(extensions, OID.keyUsage);
  return value?.next(BIT_STRING).contents[1] ?? 0;
}

function basicConstraints(extensions: readonly Uint8Array[]): { authority: boolean; pathLength: number } {
  const value = extension(extensions, OID.basicConstraints)?.enter(SEQUENCE);
  const authority = value?.peek() === BOOLEAN && value.next(BOOLEAN).contents[0] !== 0;
  const limit = value?.peek() === INTEGER ? value.next(INTEGER).contents[0] : undefined;
  return { authority, pathLength: limit ?? Number.POSITIVE_INFINITY };
}

function extension(extensions: readonly Uint8Array[], type: string): DerReader | undefined {
  for (const encoded of extensions) {
    const reader = new DerReader(encoded).enter(SEQUENCE);
    if (Buffer.compare(reader.next(OBJECT_IDENTIFIER).encoded, oid(type)) !== 0) continue;
    if (reader.peek() === BOOLEAN) reader.next();
    return new DerReader(reader.next(OCTET_STRING).contents);
  }
  return undefined;
}
