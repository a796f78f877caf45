import { done, refused, type Result } from '../../result.ts';
import { same } from '../cms/bytes.ts';
import { oid } from '../cms/der.ts';
import { DerReader } from '../cms/der-reader.ts';
import { OID } from '../cms/object-identifiers.ts';
import type { ReadCertificate } from '../verify/x509.ts';
import { type Issued, nextUpdateOf, type RevocationFinding, type RevocationRefusal } from './revocation-finding.ts';
import { openList } from './revocation-list.ts';
import { addresses, revocationSources } from './revocation-sources.ts';

const BOOLEAN = 0x01;
const OCTET_STRING = 0x04;
const OBJECT_IDENTIFIER = 0x06;
const SEQUENCE = 0x30;

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
  const list = openList(bytes);
  const { extensions, issuer, nextUpdate, thisUpdate } = list.fields;
  if (!same(issuer, certificate.issuer) || !authority.signsRevocationLists) return refused('wrong-authority');
  if (!list.isSignedBy(authority)) return refused('signature-wrong');
  const speaks = speaksOf(certificate, extensions);
  if (speaks === undefined) return refused('unsupported');
  if (!speaks) return refused('wrong-certificate');
  const revokedAt = list.revokedAt(certificate.serialNumber);
  return done({ revokedAt, thisUpdate, nextUpdate: nextUpdateOf(thisUpdate, nextUpdate) });
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
