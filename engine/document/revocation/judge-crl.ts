import { done, refused, type Result } from '../../result.ts';
import type { Instant } from '../../time/instant.ts';
import { same } from '../cms/bytes.ts';
import { oid } from '../cms/der.ts';
import { DerReader } from '../cms/der-reader.ts';
import { readTime } from '../cms/der-time.ts';
import { OID } from '../cms/object-identifiers.ts';
import { isSignedBy } from '../cms/signature-algorithm.ts';
import type { ReadCertificate } from '../verify/x509.ts';
import { type Issued, nextUpdateOf, type RevocationFinding, type RevocationRefusal } from './revocation-finding.ts';
import { addresses, revocationSources } from './revocation-sources.ts';

const BOOLEAN = 0x01;
const INTEGER = 0x02;
const BIT_STRING = 0x03;
const OCTET_STRING = 0x04;
const OBJECT_IDENTIFIER = 0x06;
const UTC_TIME = 0x17;
const GENERALIZED_TIME = 0x18;
const SEQUENCE = 0x30;
const CONTEXT_0 = 0xa0;

/** Fields of IssuingDistributionPoint (RFC 5280, 5.2.5). */
const POINT = 0xa0;
const USERS_ONLY = 0x81;
const AUTHORITIES_ONLY = 0x82;

/** What a certificate's issuer says of it in a complete list (RFC 5280, 6.3). Never throws on account of the list. */
export function judgeCrl(bytes: Uint8Array, issued: Issued): Result<RevocationFinding, RevocationRefusal> {
  try {
    return judge(bytes, issued);
  } catch {
    return refused('malformed');
  }
}

function judge(bytes: Uint8Array, { authority, certificate }: Issued): Result<RevocationFinding, RevocationRefusal> {
  const outer = new DerReader(bytes);
  const list = outer.enter(SEQUENCE);
  outer.end();
  const signed = list.next(SEQUENCE);
  const algorithm = list.next(SEQUENCE);
  const signature = list.next(BIT_STRING).contents.subarray(1);
  list.end();
  const read = readTbs(new DerReader(signed.contents));
  if (!same(read.algorithm, algorithm.encoded)) return refused('malformed');
  if (!same(read.issuer, certificate.issuer) || !authority.signsRevocationLists) return refused('wrong-authority');
  const key = authority.x509.publicKey;
  if (!isSignedBy({ algorithm: algorithm.contents, signature, signed: signed.encoded, key })) {
    return refused('signature-wrong');
  }
  const speaks = speaksOf(certificate, read.extensions);
  if (speaks === undefined) return refused('unsupported');
  if (!speaks) return refused('wrong-certificate');
  const revokedAt = findEntry(read.entries, certificate.serialNumber);
  const { thisUpdate } = read;
  return done({ revokedAt, thisUpdate, nextUpdate: nextUpdateOf(thisUpdate, read.nextUpdate) });
}

interface RevocationList {
  algorithm: Uint8Array;
  issuer: Uint8Array;
  thisUpdate: Instant;
  nextUpdate: Instant | null;
  /** Contents of revokedCertificates. */
  entries: Uint8Array;
  extensions: readonly Uint8Array[];
}

function readTbs(list: DerReader): RevocationList {
  if (list.peek() === INTEGER) list.next();
  const algorithm = list.next(SEQUENCE).encoded;
  const issuer = list.next(SEQUENCE).encoded;
  const thisUpdate = readTime(list.next());
  const timed = list.peek() === UTC_TIME || list.peek() === GENERALIZED_TIME;
  const nextUpdate = timed ? readTime(list.next()) : null;
  const entries = list.peek() === SEQUENCE ? list.next().contents : new Uint8Array();
  const extensions = list.peek() === CONTEXT_0 ? list.enter(CONTEXT_0).enter(SEQUENCE).rest() : [];
  list.end();
  return { algorithm, issuer, thisUpdate, nextUpdate, entries, extensions: extensions.map(({ encoded }) => encoded) };
}

function findEntry(entries: Uint8Array, serialNumber: Uint8Array): Instant | null {
  const list = new DerReader(entries);
  while (!list.done) {
    const entry = list.enter(SEQUENCE);
    if (same(entry.next(INTEGER).encoded, serialNumber)) return readTime(entry.next());
  }
  return null;
}

/** Whether the list is complete for this certificate; undefined for a kind not understood (a delta, indirect, some reasons). */
function speaksOf(certificate: ReadCertificate, extensions: readonly Uint8Array[]): boolean | undefined {
  let speaks = true;
  for (const encoded of extensions) {
    const extension = new DerReader(encoded).enter(SEQUENCE);
    const type = extension.next(OBJECT_IDENTIFIER).encoded;
    if (extension.peek() !== BOOLEAN || extension.next().contents[0] === 0) continue;
    if (!same(type, oid(OID.issuingDistributionPoint))) return undefined;
    for (const { contents, tag } of new DerReader(extension.next(OCTET_STRING).contents).enter(SEQUENCE).rest()) {
      if (tag === USERS_ONLY) speaks &&= !certificate.authority;
      else if (tag === AUTHORITIES_ONLY) speaks &&= certificate.authority;
      else if (tag === POINT) speaks &&= isPointOf(certificate, contents);
      else return undefined;
    }
  }
  return speaks;
}

// An authority that cuts its list into parts names the part in both.
function isPointOf(certificate: ReadCertificate, name: Uint8Array): boolean {
  const point = new DerReader(name);
  if (point.peek() !== POINT) return false;
  const listed = addresses(point.enter(POINT).rest());
  return revocationSources(certificate.raw).revocationLists.some((address) => listed.includes(address));
}

/** The DER of a list that was sent as DER or as PEM (RFC 7468, 6); undefined when it is neither. */
export function readList(sent: Uint8Array): Uint8Array | undefined {
  if (sent[0] === SEQUENCE) return sent;
  const pem = /-----BEGIN X509 CRL-----([A-Za-z0-9+/=\s]+)-----END X509 CRL-----/.exec(
    Buffer.from(sent).toString('latin1'),
  );
  return pem?.[1] === undefined ? undefined : Buffer.from(pem[1], 'base64');
}
