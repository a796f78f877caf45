import { createHash, sign } from 'node:crypto';

import { certificateParts } from '../../engine/document/cms/certificate.ts';
import {
  ascending,
  der,
  NULL,
  octetString,
  oid,
  sequence,
  setOf,
  smallInteger,
} from '../../engine/document/cms/der.ts';
import { DerReader } from '../../engine/document/cms/der-reader.ts';
import { OID } from '../../engine/document/cms/object-identifiers.ts';
import { certificateId } from '../../engine/document/revocation/ocsp-request.ts';
import { readCertificate } from '../../engine/document/verify/x509.ts';
import { DAY_MS, type Instant, later } from '../../engine/time/instant.ts';
import { algorithmOf, extension, generalizedTime, type Party, signed } from './pki.ts';

const SHA256 = sequence(oid(OID.sha256));
const POLICY = '1.3.6.1.4.1.99999.1';

export interface TokenOptions {
  authority: Party;
  /** Certificates that come along, the authority's own among them. */
  with?: readonly Uint8Array[];
  at: Instant;
  digest: Uint8Array;
  /** An INTEGER, encoded. */
  nonce?: Uint8Array | undefined;
  policy?: string;
}

/** A time-stamp token, put together step by step as RFC 3161, 2.4.2 has it. */
export function token({ at, authority, digest, nonce, policy = POLICY, with: along }: TokenOptions): Uint8Array {
  const info = sequence(
    smallInteger(1),
    oid(policy),
    sequence(sequence(oid(OID.sha256), NULL), octetString(digest)),
    der(0x02, Uint8Array.of(0x11, 0x22)),
    generalizedTime(at),
    ...(nonce ? [nonce] : []),
  );
  const attribute = (type: string, value: Uint8Array): Uint8Array => sequence(oid(type), setOf(value));
  const hash = (bytes: Uint8Array): Uint8Array => createHash('sha256').update(bytes).digest();
  const attributes = setOf(
    attribute(OID.contentType, oid(OID.timestampInfo)),
    attribute(OID.messageDigest, octetString(hash(info))),
    attribute(OID.signingCertificateV2, sequence(sequence(sequence(octetString(hash(authority.certificate)))))),
  );
  const { issuer, serialNumber } = certificateParts(authority.certificate);
  const implicit = Uint8Array.from(attributes);
  implicit[0] = 0xa0;
  const signer = sequence(
    smallInteger(1),
    sequence(issuer, serialNumber),
    SHA256,
    implicit,
    algorithmOf(authority.key),
    octetString(sign('sha256', attributes, authority.key)),
  );
  const content = sequence(oid(OID.timestampInfo), der(0xa0, octetString(info)));
  const certificates = der(0xa0, ...ascending(along ?? [authority.certificate]));
  const body = sequence(smallInteger(3), setOf(SHA256), content, certificates, setOf(signer));
  return sequence(oid(OID.signedData), der(0xa0, body));
}

export function granted(stamp: Uint8Array): Uint8Array {
  return sequence(sequence(smallInteger(0)), stamp);
}

/** What a TimeStampReq asks. */
export function readRequest(request: Uint8Array): { digest: Uint8Array; nonce: Uint8Array | undefined } {
  const body = new DerReader(request).enter(0x30);
  body.next();
  const imprint = body.enter(0x30);
  imprint.next();
  const digest = imprint.next(0x04).contents;
  if (body.peek() === 0x06) body.next();
  return { digest, nonce: body.peek() === 0x02 ? body.next().encoded : undefined };
}

export interface StatusOptions {
  certificate: Uint8Array;
  authority: Party;
  /** Who signs; the authority itself when left out. */
  responder?: Party;
  revokedAt?: Instant | undefined;
  /** Its next update is a day later. */
  at: Instant;
  nextUpdate?: Instant | null;
  nonce?: Uint8Array;
}

/** A successful OCSPResponse about one certificate. */
export function ocspResponse(options: StatusOptions): Uint8Array {
  const { at, authority, certificate, nonce, responder = authority, revokedAt } = options;
  const nextUpdate = options.nextUpdate === undefined ? later(at, DAY_MS) : options.nextUpdate;
  const issued = { certificate: readCertificate(certificate), authority: readCertificate(authority.certificate) };
  const answer = sequence(
    certificateId(issued, 'sha1'),
    revokedAt === undefined ? der(0x80) : der(0xa1, generalizedTime(revokedAt)),
    generalizedTime(at),
    ...(nextUpdate === null ? [] : [der(0xa0, generalizedTime(nextUpdate))]),
  );
  const extensions = nonce ? [der(0xa1, sequence(extension(OID.ocspNonce, octetString(nonce))))] : [];
  const data = sequence(der(0xa1, responder.name), generalizedTime(at), sequence(answer), ...extensions);
  const brought = responder === authority ? [] : [der(0xa0, sequence(responder.certificate))];
  const basic = signed(data, responder.key, ...brought);
  return sequence(der(0x0a, Uint8Array.of(0)), der(0xa0, sequence(oid(OID.ocspBasic), octetString(basic))));
}

export interface ListOptions {
  authority: Party;
  revoked?: readonly { certificate: Uint8Array; at: Instant }[];
  at: Instant;
  extensions?: readonly Uint8Array[];
}

/** A CertificateList; its next update is a week later. */
export function revocationList({ at, authority, extensions = [], revoked = [] }: ListOptions): Uint8Array {
  const entries = revoked.map(({ at: since, certificate }) =>
    sequence(certificateParts(certificate).serialNumber, generalizedTime(since)),
  );
  const tbs = sequence(
    smallInteger(1),
    algorithmOf(authority.key),
    authority.name,
    generalizedTime(at),
    generalizedTime(later(at, 7 * DAY_MS)),
    ...(entries.length > 0 ? [sequence(...entries)] : []),
    der(0xa0, sequence(extension('2.5.29.20', der(0x02, Uint8Array.of(7))), ...extensions)),
  );
  return signed(tbs, authority.key);
}
