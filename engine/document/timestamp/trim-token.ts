import { ascending, der, sequence } from '../cms/der.ts';
import { DerReader } from '../cms/der-reader.ts';

const SEQUENCE = 0x30;
const CONTEXT_0 = 0xa0;

/**
 * A token with only those of its certificates that `keep` wants. Authorities send roots and cross-certificates along,
 * kilobytes of them; their signature is over none (RFC 5652, 5.1). Throws DerError.
 */
export function trimToken(token: Uint8Array, keep: (certificate: Uint8Array) => boolean): Uint8Array {
  const contentInfo = new DerReader(token).enter(SEQUENCE);
  const type = contentInfo.next().encoded;
  const signedData = contentInfo.enter(CONTEXT_0).enter(SEQUENCE);
  const [version, digests, content] = [signedData.next(), signedData.next(), signedData.next()];
  const certificates = signedData.enter(CONTEXT_0).rest();
  const kept = certificates.map(({ encoded }) => encoded).filter(keep);
  const parts = [version.encoded, digests.encoded, content.encoded, der(CONTEXT_0, ...ascending(kept))];
  return sequence(type, der(CONTEXT_0, sequence(...parts, signedData.remaining())));
}
