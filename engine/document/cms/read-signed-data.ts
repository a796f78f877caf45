import { hex, same } from './bytes.ts';
import { oid } from './der.ts';
import { DerError, DerReader, type DerValue } from './der-reader.ts';
import { OID } from './object-identifiers.ts';
import { type DigestName, readDigestAlgorithm } from './signature-algorithm.ts';

/**
 * A CMS SignedData (RFC 5652, 5) with one signer, taken apart but not yet believed: a copy's signature or a time-stamp
 * token. All parts are DER.
 */
export interface ReadSignedData extends ReadSigner {
  /** The ContentInfo around it. */
  encoded: Uint8Array;
  /** An encoded OBJECT IDENTIFIER. */
  contentType: Uint8Array;
  /** What is signed, when it is within. */
  content: Uint8Array | null;
  certificates: readonly Uint8Array[];
  /** The rest of it, before and after the certificates. */
  around: { before: Uint8Array; after: Uint8Array };
}

interface ReadSigner {
  /** IssuerAndSerialNumber's two parts. */
  issuer: Uint8Array;
  serialNumber: Uint8Array;
  /** By which everything was digested that was signed. */
  digest: DigestName;
  /** The SET OF that was signed. */
  signedAttributes: Uint8Array;
  messageDigest: Uint8Array;
  /** The digest of the signing certificate that the attributes bind. */
  certificateHash: { digest: DigestName | 'sha1'; hash: Uint8Array };
  /** Contents of the AlgorithmIdentifier. */
  algorithm: Uint8Array;
  signature: Uint8Array;
  /** Null when there are none. */
  unsignedAttributes: Attributes | null;
}

/** Contents of the SET OF values, by the type in hex. */
export type Attributes = ReadonlyMap<string, Uint8Array>;

const INTEGER = 0x02;
const OCTET_STRING = 0x04;
const OBJECT_IDENTIFIER = 0x06;
const SEQUENCE = 0x30;
const SET = 0x31;
const CONTEXT_0 = 0xa0;
const CONTEXT_1 = 0xa1;

const MOST_CERTIFICATES = 10;

/**
 * Reads a ContentInfo and nothing after it. Every octet ends up in a part: what a signature doesn't cover must be accounted
 * for by who judges it. Throws DerError, also for revocation lists, which nobody puts there any more.
 */
export function readSignedData(bytes: Uint8Array): ReadSignedData {
  const outer = new DerReader(bytes);
  const { contents, encoded } = outer.next(SEQUENCE);
  outer.end();
  const contentInfo = new DerReader(contents);
  expect(contentInfo.next(), oid(OID.signedData));
  const explicit = contentInfo.enter(CONTEXT_0);
  contentInfo.end();
  const signedData = explicit.enter(SEQUENCE);
  explicit.end();
  const [version, digests, encapsulated] = [signedData.next(INTEGER), signedData.next(SET), signedData.next(SEQUENCE)];
  const certificates = signedData.enter(CONTEXT_0).rest();
  const after = signedData.remaining();
  const signers = signedData.enter(SET);
  signedData.end();
  const { content, contentType } = readContent(new DerReader(encapsulated.contents));
  // 5.1: by what is within, with certificates and signers as they are here.
  expect(version, integer(same(contentType, oid(OID.data)) ? 1 : 3));
  const signer = readSigner(signers.enter(SEQUENCE), contentType);
  signers.end();
  if (certificates.length > MOST_CERTIFICATES) throw new DerError('too many certificates');
  if (readOnlyDigest(digests) !== signer.digest) throw new DerError('two digest algorithms');
  const before = Buffer.concat([version.encoded, digests.encoded, encapsulated.encoded]);
  const brought = certificates.map((certificate) => certificate.encoded);
  return { encoded, contentType, content, certificates: brought, around: { before, after }, ...signer };
}

function readOnlyDigest({ contents }: DerValue): DigestName {
  const digests = new DerReader(contents);
  const digest = readDigestAlgorithm(digests.next(SEQUENCE).contents);
  digests.end();
  return digest;
}

function readContent(encapsulated: DerReader): Pick<ReadSignedData, 'content' | 'contentType'> {
  const contentType = encapsulated.next(OBJECT_IDENTIFIER).encoded;
  if (encapsulated.done) return { contentType, content: null };
  const explicit = encapsulated.enter(CONTEXT_0);
  encapsulated.end();
  const content = explicit.next(OCTET_STRING).contents;
  explicit.end();
  return { contentType, content };
}

function readSigner(signer: DerReader, contentType: Uint8Array): ReadSigner {
  expect(signer.next(INTEGER), integer(1));
  const identifier = signer.enter(SEQUENCE);
  const issuer = identifier.next(SEQUENCE).encoded;
  const serialNumber = identifier.next(INTEGER).encoded;
  identifier.end();
  const digest = readDigestAlgorithm(signer.next(SEQUENCE).contents);
  const { contents, encoded } = signer.next(CONTEXT_0);
  const algorithm = signer.next(SEQUENCE).contents;
  const signature = signer.next(OCTET_STRING).contents;
  const unsignedAttributes = signer.done ? null : readAttributes(signer.next(CONTEXT_1).contents);
  signer.end();
  // Carried as [0] IMPLICIT, signed as a SET OF (5.4).
  const signedAttributes = Uint8Array.from(encoded);
  signedAttributes[0] = SET;
  const signed = readAttributes(contents);
  expect(needed(signed, OID.contentType), contentType);
  const messageDigest = contentsOf(needed(signed, OID.messageDigest), OCTET_STRING);
  const certificateHash = readCertificateHash(signed);
  const bound = { signedAttributes, messageDigest, certificateHash };
  return { issuer, serialNumber, digest, algorithm, signature, ...bound, unsignedAttributes };
}

function readAttributes(contents: Uint8Array): Attributes {
  const attributes = new Map<string, Uint8Array>();
  for (const { encoded } of new DerReader(contents).rest()) {
    const attribute = new DerReader(encoded).enter(SEQUENCE);
    const type = hex(attribute.next(OBJECT_IDENTIFIER).encoded);
    if (attributes.has(type)) throw new DerError('an attribute twice');
    attributes.set(type, attribute.next(SET).contents);
    attribute.end();
  }
  return attributes;
}

/** The one value of an attribute; undefined when there is no such attribute. Throws DerError for several values. */
export function onlyValue(attributes: Attributes, type: string): DerValue | undefined {
  const contents = attributes.get(hex(oid(type)));
  if (!contents) return undefined;
  const values = new DerReader(contents);
  const value = values.next();
  values.end();
  return value;
}

function needed(attributes: Attributes, type: string): DerValue {
  const value = onlyValue(attributes, type);
  if (!value) throw new DerError('an attribute is missing');
  return value;
}

// The first identifier is the signer's: ESSCertIDv2 (RFC 5035, 4), or ESSCertID by SHA-1 (RFC 2634, 5.4.1).
function readCertificateHash(signed: Attributes): ReadSigner['certificateHash'] {
  const second = onlyValue(signed, OID.signingCertificateV2);
  const list = contentsOf(second ?? needed(signed, OID.signingCertificate), SEQUENCE);
  const identifier = new DerReader(list).enter(SEQUENCE).enter(SEQUENCE);
  const named = second && identifier.peek() === SEQUENCE ? readDigestAlgorithm(identifier.next().contents) : 'sha256';
  return { digest: second ? named : 'sha1', hash: identifier.next(OCTET_STRING).contents };
}

function contentsOf({ contents, tag }: DerValue, wanted: number): Uint8Array {
  if (tag !== wanted) throw new DerError(`tag ${tag} where ${wanted} was expected`);
  return contents;
}

function expect({ encoded }: DerValue, wanted: Uint8Array): void {
  if (!same(encoded, wanted)) throw new DerError('not the value that belongs there');
}

function integer(value: number): Uint8Array {
  return Uint8Array.of(INTEGER, 1, value);
}
