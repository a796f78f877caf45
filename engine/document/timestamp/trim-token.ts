import { ascending, der, oid, sequence } from '../cms/der.ts';
import { OID } from '../cms/object-identifiers.ts';
import { readSignedData } from '../cms/read-signed-data.ts';

const CONTEXT_0 = 0xa0;

/**
 * A token with only those of its certificates that `keep` wants. Authorities send roots and cross-certificates along,
 * kilobytes of them; their signature is over none (RFC 5652, 5.1). Throws DerError.
 */
export function trimToken(token: Uint8Array, keep: (certificate: Uint8Array) => boolean): Uint8Array {
  const { around, certificates } = readSignedData(token);
  const kept = der(CONTEXT_0, ...ascending(certificates.filter(keep)));
  return sequence(oid(OID.signedData), der(CONTEXT_0, sequence(around.before, kept, around.after)));
}
