import type { Instant } from '../../time/instant.ts';
import { oid } from '../cms/der.ts';
import { DerError, DerReader } from '../cms/der-reader.ts';
import { readTime } from '../cms/der-time.ts';
import { OID } from '../cms/object-identifiers.ts';
import { type DigestName, readDigestAlgorithm } from '../cms/signature-algorithm.ts';

/** A time-stamp token (RFC 3161, 2.4.2) taken apart but not yet believed. */
export interface TimestampToken {
  certificates: readonly Uint8Array[];
  /** IssuerAndSerialNumber's two parts. */
  issuer: Uint8Array;
  serialNumber: Uint8Array;
  /** What the attributes say the digest of `info` is. */
  digest: DigestName;
  messageDigest: Uint8Array;
  /** The digest of the authority's certificate that the attributes bind. */
  certificateHash: { digest: DigestName | 'sha1'; hash: Uint8Array };
  /** The SET OF that was signed. */
  signedAttributes: Uint8Array;
  /** Contents of the AlgorithmIdentifier. */
  algorithm: Uint8Array;
  signature: Uint8Array;
  /** TSTInfo. */
  info: Uint8Array;
}

/** What an authority says. */
export interface TimestampInfo {
  /** SHA-256 of what it stamped. */
  imprint: Uint8Array;
  /** The encoded OBJECT IDENTIFIER. */
  policy: Uint8Array;
  /** As an INTEGER's contents; null when it has none. */
  nonce: Uint8Array | null;
  at: Instant;
}

const BOOLEAN = 0x01;
const INTEGER = 0x02;
const OCTET_STRING = 0x04;
const OBJECT_IDENTIFIER = 0x06;
const SEQUENCE = 0x30;
const SET = 0x31;
const CONTEXT_0 = 0xa0;
const CONTEXT_1 = 0xa1;

const MOST_CERTIFICATES = 10;

/**
 * Reads a token: SignedData (RFC 5652, 5) around a TSTInfo, one signer, no unsigned attribute and no revocation list. The
 * document's signature doesn't cover it, so that every octet must be accounted for here or by who judges it. Throws DerError.
 */
export function readToken(token: Uint8Array): TimestampToken {
  const outer = new DerReader(token);
  const contentInfo = outer.enter(SEQUENCE);
  outer.end();
  expect(contentInfo, OBJECT_IDENTIFIER, oid(OID.signedData));
  const signedData = contentInfo.enter(CONTEXT_0).enter(SEQUENCE);
  contentInfo.end();
  expect(signedData, INTEGER, Uint8Array.of(INTEGER, 1, 3));
  const digests = signedData.enter(SET);
  const named = digests.next(SEQUENCE).contents;
  digests.end();
  const info = readContent(signedData.enter(SEQUENCE));
  const certificates = signedData.enter(CONTEXT_0).rest();
  const signers = signedData.enter(SET);
  signedData.end();
  const signer = readSigner(signers.enter(SEQUENCE));
  signers.end();
  if (certificates.length > MOST_CERTIFICATES) throw new DerError('too many certificates');
  if (readDigestAlgorithm(named) !== signer.digest) throw new DerError('two digest algorithms');
  return { info, certificates: certificates.map(({ encoded }) => encoded), ...signer };
}

function readContent(content: DerReader): Uint8Array {
  expect(content, OBJECT_IDENTIFIER, oid(OID.timestampInfo));
  const explicit = content.enter(CONTEXT_0);
  content.end();
  const info = explicit.next(OCTET_STRING).contents;
  explicit.end();
  return info;
}

function readSigner(signer: DerReader): Omit<TimestampToken, 'certificates' | 'info'> {
  expect(signer, INTEGER, Uint8Array.of(INTEGER, 1, 1));
  const identifier = signer.enter(SEQUENCE);
  const issuer = identifier.next(SEQUENCE).encoded;
  const serialNumber = identifier.next(INTEGER).encoded;
  identifier.end();
  const digest = readDigestAlgorithm(signer.next(SEQUENCE).contents);
  const attributes = signer.next(CONTEXT_0);
  const algorithm = signer.next(SEQUENCE).contents;
  const signature = signer.next(OCTET_STRING).contents;
  signer.end();
  // Carried as [0] IMPLICIT, signed as a SET OF (RFC 5652, 5.4).
  const signedAttributes = Uint8Array.from(attributes.encoded);
  signedAttributes[0] = SET;
  const read = readAttributes(attributes.contents);
  return { issuer, serialNumber, digest, algorithm, signature, signedAttributes, ...read };
}

// Others than the three may be there: they are signed, so that nobody but the authority put them in.
function readAttributes(contents: Uint8Array): Pick<TimestampToken, 'messageDigest' | 'certificateHash'> {
  const values = new Map<string, DerReader>();
  for (const { encoded } of new DerReader(contents).rest()) {
    const attribute = new DerReader(encoded).enter(SEQUENCE);
    const type = hex(attribute.next(OBJECT_IDENTIFIER).encoded);
    if (values.has(type)) throw new DerError('an attribute twice');
    values.set(type, attribute.enter(SET));
  }
  const find = (type: string): DerReader | undefined => values.get(hex(oid(type)));
  const contentType = find(OID.contentType);
  const digest = find(OID.messageDigest);
  if (!contentType || !digest) throw new DerError('an attribute is missing');
  expect(contentType, OBJECT_IDENTIFIER, oid(OID.timestampInfo));
  return {
    messageDigest: digest.next(OCTET_STRING).contents,
    certificateHash: readCertificateHash(find(OID.signingCertificateV2), find(OID.signingCertificate)),
  };
}

// The first identifier is the signer's: ESSCertIDv2 (RFC 5035, 4), or ESSCertID by SHA-1 (RFC 2634, 5.4.1).
function readCertificateHash(
  second: DerReader | undefined,
  first: DerReader | undefined,
): TimestampToken['certificateHash'] {
  const identifier = (second ?? first)?.enter(SEQUENCE).enter(SEQUENCE).enter(SEQUENCE);
  if (!identifier) throw new DerError('no signing certificate');
  if (!second) return { digest: 'sha1', hash: identifier.next(OCTET_STRING).contents };
  const digest = identifier.peek() === SEQUENCE ? readDigestAlgorithm(identifier.next().contents) : 'sha256';
  return { digest, hash: identifier.next(OCTET_STRING).contents };
}

/** Reads a TSTInfo over a SHA-256 digest. Throws DerError. */
export function readTimestampInfo(info: Uint8Array): TimestampInfo {
  const outer = new DerReader(info);
  const body = outer.enter(SEQUENCE);
  outer.end();
  expect(body, INTEGER, Uint8Array.of(INTEGER, 1, 1));
  const policy = body.next(OBJECT_IDENTIFIER).encoded;
  const message = body.enter(SEQUENCE);
  if (readDigestAlgorithm(message.next(SEQUENCE).contents) !== 'sha256') throw new DerError('not over SHA-256');
  const imprint = message.next(OCTET_STRING).contents;
  message.end();
  body.next(INTEGER);
  const at = readTime(body.next());
  if (body.peek() === SEQUENCE) body.next();
  if (body.peek() === BOOLEAN) body.next();
  const nonce = body.peek() === INTEGER ? body.next().contents : null;
  if (body.peek() === CONTEXT_0) body.next();
  if (body.peek() === CONTEXT_1) body.next();
  body.end();
  return { policy, imprint, at, nonce };
}

function expect(reader: DerReader, tag: number, encoded: Uint8Array): void {
  if (Buffer.compare(reader.next(tag).encoded, encoded) !== 0) throw new DerError('not the value that belongs there');
}

function hex(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex');
}
