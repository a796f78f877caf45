import type { Signer } from '../ports/signer.ts';
import { signedAttributes } from './cms/signed-attributes.ts';
import { longestSignature, signedData } from './cms/signed-data.ts';
import { SignatureFault } from './faults.ts';

/** Signs a document's SHA-256 digest: CMS SignedData in DER, PAdES baseline B-B. Rejects with SignatureFault. */
export async function sign(documentDigest: Uint8Array, signer: Signer): Promise<Uint8Array> {
  const attributes = signedAttributes(documentDigest, signer.chain[0]);
  const signature = await signer.sign(attributes);
  const longest = longestSignature(signer.algorithm);
  const plausible = signer.algorithm.kind === 'rsa' ? signature.length === longest : signature.length <= longest;
  if (!plausible) throw new SignatureFault(`the signer answered ${signature.length} bytes`);
  return signedData({ kind: signer.algorithm.kind, chain: signer.chain }, attributes, signature);
}

/** The most bytes that `sign` answers for this signer. */
export function signatureCapacity(signer: Pick<Signer, 'algorithm' | 'chain'>): number {
  const { algorithm, chain } = signer;
  const attributes = signedAttributes(new Uint8Array(32), chain[0]);
  return signedData({ kind: algorithm.kind, chain }, attributes, new Uint8Array(longestSignature(algorithm))).length;
}
