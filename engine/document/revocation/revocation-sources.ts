import { same } from '../cms/bytes.ts';
import { certificateParts } from '../cms/certificate.ts';
import { oid } from '../cms/der.ts';
import { DerReader } from '../cms/der-reader.ts';
import { OID } from '../cms/object-identifiers.ts';
import { findExtension } from '../verify/x509.ts';

/** Where a certificate says that its revocation can be looked up: HTTP addresses, in its order. */
export interface RevocationSources {
  ocsp: readonly string[];
  revocationLists: readonly string[];
}

const OBJECT_IDENTIFIER = 0x06;
const SEQUENCE = 0x30;
const CONTEXT_0 = 0xa0;
/** uniformResourceIdentifier of GeneralName (RFC 5280, 4.2.1.6). */
const URI = 0x86;

/** Throws DerError. */
export function revocationSources(certificate: Uint8Array): RevocationSources {
  const { extensions } = certificateParts(certificate);
  const access = findExtension(extensions, OID.authorityInformation)?.value.enter(SEQUENCE).rest() ?? [];
  const points = findExtension(extensions, OID.revocationLists)?.value.enter(SEQUENCE).rest() ?? [];
  return {
    ocsp: access.flatMap(({ contents }) => responder(new DerReader(contents))),
    revocationLists: points.flatMap(({ contents }) => listAddresses(new DerReader(contents))),
  };
}

function responder(description: DerReader): string[] {
  const method = description.next(OBJECT_IDENTIFIER).encoded;
  if (!same(method, oid(OID.ocsp))) return [];
  return addresses([description.next()]);
}

// DistributionPoint with fullName; those that name reasons or another issuer are of lists not understood here.
function listAddresses(point: DerReader): string[] {
  if (point.peek() !== CONTEXT_0) return [];
  const name = point.enter(CONTEXT_0);
  if (!point.done || name.peek() !== CONTEXT_0) return [];
  return addresses(name.enter(CONTEXT_0).rest());
}

/** The HTTP addresses among GeneralNames. */
export function addresses(names: readonly { tag: number; contents: Uint8Array }[]): string[] {
  return names
    .filter(({ tag }) => tag === URI)
    .map(({ contents }) => Buffer.from(contents).toString('latin1'))
    .filter((address) => /^https?:\/\//i.test(address));
}
