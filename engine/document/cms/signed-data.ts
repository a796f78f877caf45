import type { KeyAlgorithm, Signer } from '../../ports/signer.ts';
import { certificateParts } from './certificate.ts';
import { ascending, der, NULL, octetString, oid, sequence, setOf, smallInteger } from './der.ts';
import { OID } from './object-identifiers.ts';

const CONTEXT_0 = 0xa0;

const SHA256 = sequence(oid(OID.sha256));
const SIGNATURE_ALGORITHM: Readonly<Record<KeyAlgorithm['kind'], Uint8Array>> = {
  rsa: sequence(oid(OID.sha256WithRsa), NULL),
  ecdsa: sequence(oid(OID.ecdsaWithSha256)),
};

/**
 * A detached CMS SignedData (RFC 5652, 5) with one signer, in DER, from the signed attributes (the SET OF that was
 * signed) and the signature over them.
 */
export function signedData(
  { chain, kind }: { kind: KeyAlgorithm['kind']; chain: Signer['chain'] },
  attributes: Uint8Array,
  signature: Uint8Array,
): Uint8Array {
  const { issuer, serialNumber } = certificateParts(chain[0]);
  const signerInfo = sequence(
    smallInteger(1),
    sequence(issuer, serialNumber),
    SHA256,
    retagged(attributes),
    SIGNATURE_ALGORITHM[kind],
    octetString(signature),
  );
  const content = sequence(
    smallInteger(1),
    setOf(SHA256),
    sequence(oid(OID.data)),
    der(CONTEXT_0, ...ascending(chain)),
    setOf(signerInfo),
  );
  return sequence(oid(OID.signedData), der(CONTEXT_0, content));
}

/** The longest signature, in bytes, that a key of this kind makes. */
export function longestSignature(algorithm: KeyAlgorithm): number {
  if (algorithm.kind === 'rsa') return algorithm.bits / 8;
  // Two INTEGERs of the field's size, each perhaps with a leading zero, and the headers.
  return algorithm.curve === 'P-256' ? 72 : 104;
}

// Signed as a SET OF, carried as [0] IMPLICIT (RFC 5652, 5.4).
function retagged(attributes: Uint8Array): Uint8Array {
  const copy = Uint8Array.from(attributes);
  copy[0] = CONTEXT_0;
  return copy;
}
