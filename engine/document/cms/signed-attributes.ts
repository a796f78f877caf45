import { createHash } from 'node:crypto';

import { octetString, oid, sequence, setOf } from './der.ts';
import { OID } from './object-identifiers.ts';

/**
 * The signed attributes of a PAdES baseline signature (EN 319 142-1, table 1), as the SET OF that is signed: content
 * type, message digest, signing certificate. No signing time: in a PDF that is /M.
 */
export function signedAttributes(documentDigest: Uint8Array, signingCertificate: Uint8Array): Uint8Array {
  return setOf(
    attribute(OID.contentType, oid(OID.data)),
    attribute(OID.messageDigest, octetString(documentDigest)),
    attribute(OID.signingCertificateV2, signingCertificateV2(signingCertificate)),
  );
}

function attribute(type: string, value: Uint8Array): Uint8Array {
  return sequence(oid(type), setOf(value));
}

// SEQUENCE of SEQUENCE OF ESSCertIDv2; the hash algorithm is left out because SHA-256 is its default.
function signingCertificateV2(certificate: Uint8Array): Uint8Array {
  const hash = createHash('sha256').update(certificate).digest();
  return sequence(sequence(sequence(octetString(hash))));
}
