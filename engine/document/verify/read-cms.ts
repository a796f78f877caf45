import { oid } from '../cms/der.ts';
import { DerError, DerReader } from '../cms/der-reader.ts';
import { OID } from '../cms/object-identifiers.ts';

/** A CMS signature taken apart but not yet believed. All parts are DER. */
export interface CmsSignature {
  /** The whole of it, without the zeros after it. */
  encoded: Uint8Array;
  certificates: readonly Uint8Array[];
  /** IssuerAndSerialNumber's two parts. */
  issuer: Uint8Array;
  serialNumber: Uint8Array;
  algorithm: 'rsa' | 'ecdsa';
  /** The SET OF that was signed. */
  signedAttributes: Uint8Array;
  messageDigest: Uint8Array;
  /** SHA-256 of the signing certificate. */
  certificateHash: Uint8Array;
  signature: Uint8Array;
  /** The time-stamp token over the signature, if there is one. */
  timestamp: Uint8Array | null;
}

const INTEGER = 0x02;
const OCTET_STRING = 0x04;
const OBJECT_IDENTIFIER = 0x06;
const SEQUENCE = 0x30;
const SET = 0x31;
const CONTEXT_0 = 0xa0;
const CONTEXT_1 = 0xa1;

const MOST_CERTIFICATES = 10;

/** Reads `contents`: SignedData (RFC 5652, 5) with one signer, and zeros after it. Throws DerError. */
export function readCms(contents: Uint8Array): CmsSignature {
  const padded = new DerReader(contents);
  const whole = padded.next(SEQUENCE);
  const contentInfo = new DerReader(whole.contents);
  if (!padded.remaining().every((octet) => octet === 0)) throw new DerError('something after the signature');
  expect(contentInfo, OBJECT_IDENTIFIER, oid(OID.signedData));
  const signedData = contentInfo.enter(CONTEXT_0).enter(SEQUENCE);
  contentInfo.end();
  expectVersion(signedData);
  expectSha256(signedData.enter(SET));
  const content = signedData.enter(SEQUENCE);
  expect(content, OBJECT_IDENTIFIER, oid(OID.data));
  content.end();
  const certificates = signedData.enter(CONTEXT_0).rest();
  const signers = signedData.enter(SET);
  signedData.end();
  const signer = signers.enter(SEQUENCE);
  signers.end();
  if (certificates.length > MOST_CERTIFICATES) throw new DerError('too many certificates');
  return { encoded: whole.encoded, certificates: certificates.map((value) => value.encoded), ...readSigner(signer) };
}

function readSigner(signer: DerReader): Omit<CmsSignature, 'certificates' | 'encoded'> {
  expectVersion(signer);
  const identifier = signer.enter(SEQUENCE);
  const issuer = identifier.next(SEQUENCE).encoded;
  const serialNumber = identifier.next(INTEGER).encoded;
  identifier.end();
  expectSha256(signer);
  const attributes = signer.next(CONTEXT_0);
  const algorithm = readSignatureAlgorithm(signer.enter(SEQUENCE));
  const signature = signer.next(OCTET_STRING).contents;
  const timestamp = signer.done ? null : readTimestamp(signer.enter(CONTEXT_1));
  signer.end();
  // Carried as [0] IMPLICIT, signed as a SET OF (5.4).
  const signedAttributes = Uint8Array.from(attributes.encoded);
  signedAttributes[0] = SET;
  const read = readAttributes(attributes.contents);
  return { issuer, serialNumber, algorithm, signedAttributes, signature, timestamp, ...read };
}

// Exactly the three that a PAdES signature here has, each once and with one value.
function readAttributes(contents: Uint8Array): Pick<CmsSignature, 'messageDigest' | 'certificateHash'> {
  const values = new Map<string, DerReader>();
  for (const attribute of new DerReader(contents).rest()) {
    const reader = new DerReader(attribute.encoded).enter(SEQUENCE);
    const type = hex(reader.next(OBJECT_IDENTIFIER).encoded);
    if (values.has(type)) throw new DerError('an attribute twice');
    values.set(type, reader.enter(SET));
    reader.end();
  }
  if (values.size !== 3) throw new DerError('attributes other than the three');
  expect(attribute(values, OID.contentType), OBJECT_IDENTIFIER, oid(OID.data));
  const digest = attribute(values, OID.messageDigest).next(OCTET_STRING).contents;
  const identifiers = attribute(values, OID.signingCertificateV2).enter(SEQUENCE).enter(SEQUENCE);
  const identifier = identifiers.enter(SEQUENCE);
  identifiers.end();
  return { messageDigest: digest, certificateHash: identifier.next(OCTET_STRING).contents };
}

// The one unsigned attribute that there may be, with one value.
function readTimestamp(attributes: DerReader): Uint8Array {
  const attribute = attributes.enter(SEQUENCE);
  attributes.end();
  expect(attribute, OBJECT_IDENTIFIER, oid(OID.signatureTimestamp));
  const values = attribute.enter(SET);
  attribute.end();
  const token = values.next(SEQUENCE).encoded;
  values.end();
  return token;
}

function attribute(values: ReadonlyMap<string, DerReader>, type: string): DerReader {
  const value = values.get(hex(oid(type)));
  if (!value) throw new DerError('an attribute is missing');
  return value;
}

function readSignatureAlgorithm(reader: DerReader): CmsSignature['algorithm'] {
  const found = hex(reader.next(OBJECT_IDENTIFIER).encoded);
  if (found === hex(oid(OID.sha256WithRsa))) return 'rsa';
  if (found === hex(oid(OID.ecdsaWithSha256))) return 'ecdsa';
  throw new DerError('a signature algorithm that is not used here');
}

function expectVersion(reader: DerReader): void {
  expect(reader, INTEGER, Uint8Array.of(INTEGER, 1, 1));
}

function expectSha256(reader: DerReader): void {
  expect(reader.enter(SEQUENCE), OBJECT_IDENTIFIER, oid(OID.sha256));
}

function expect(reader: DerReader, tag: number, encoded: Uint8Array): void {
  if (Buffer.compare(reader.next(tag).encoded, encoded) !== 0) throw new DerError('not the value that belongs there');
}

function hex(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex');
}
