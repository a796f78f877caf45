import type { Signer } from '../ports/signer.ts';
import { longestSignature } from './cms/signed-data.ts';
import { SignatureTemplate } from './cms/signature-template.ts';
import { SignatureFault } from './faults.ts';

/**
 * What certificates and signature may have together, in bytes: in a copy it is twice as much, in hexadecimal. Three
 * certificates of RSA-4096 fit, as heavy as public authorities make them.
 */
export const HEAVIEST_SIGNATURE = 6 * 1024;

/** Signs a document's SHA-256 digest: CMS SignedData in DER, PAdES baseline B-B. Rejects with SignatureFault. */
export async function sign(documentDigest: Uint8Array, signer: Signer): Promise<Uint8Array> {
  const template = templateOf(signer);
  const attributes = template.attributes(documentDigest);
  const signature = await signer.sign(attributes);
  const longest = longestSignature(signer.algorithm);
  const plausible = signer.algorithm.kind === 'rsa' ? signature.length === longest : signature.length <= longest;
  if (!plausible) throw new SignatureFault(`the signer answered ${signature.length} bytes`);
  return template.signedData(attributes, signature);
}

/** The most bytes that `sign` answers for this signer. */
export function signatureCapacity(signer: Pick<Signer, 'algorithm' | 'chain'>): number {
  return templateOf(signer).capacity;
}

const templates = new WeakMap<object, SignatureTemplate>();

function templateOf(signer: Pick<Signer, 'algorithm' | 'chain'>): SignatureTemplate {
  const template = templates.get(signer) ?? new SignatureTemplate(signer);
  templates.set(signer, template);
  return template;
}
