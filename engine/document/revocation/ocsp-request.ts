import { createHash } from 'node:crypto';

import { der, NULL, octetString, oid, sequence } from '../cms/der.ts';
import { OID } from '../cms/object-identifiers.ts';
import { keyHash } from '../verify/x509.ts';
import type { Issued } from './revocation-finding.ts';

const CONTEXT_2 = 0xa2;

/** An OCSPRequest for one certificate (RFC 6960, 4.1.1), unsigned. `nonce` is 1 to 32 bytes (RFC 8954, 2.1). */
export function ocspRequest(issued: Issued, nonce: Uint8Array | null = null): Uint8Array {
  const list = sequence(sequence(certificateId(issued, 'sha1')));
  if (nonce === null) return sequence(sequence(list));
  const extension = sequence(oid(OID.ocspNonce), octetString(octetString(nonce)));
  return sequence(sequence(list, der(CONTEXT_2, sequence(extension))));
}

/** CertID: responders know SHA-1, and not all know more (RFC 5019, 2.1.1). It names, and protects nothing. */
export function certificateId({ authority, certificate }: Issued, digest: 'sha1' | 'sha256'): Uint8Array {
  return sequence(
    sequence(oid(OID[digest]), NULL),
    octetString(createHash(digest).update(certificate.issuer).digest()),
    octetString(keyHash(authority, digest)),
    certificate.serialNumber,
  );
}
