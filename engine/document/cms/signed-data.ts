import type { KeyAlgorithm, Signer } from '../../ports/signer.ts';
import { certificateParts } from './certificate.ts';
import { ascending, der, NULL, octetString, oid, sequence, setOf, smallInteger } from './der.ts';
import { OID } from './object-identifiers.ts';

const CONTEXT_0 = 0xa0;
const CONTEXT_1 = 0xa1;

const SHA256 = sequence(oid(OID.sha256));
const SIGNATURE_ALGORITHM: Readonly<Record<KeyAlgorithm['kind'], Uint8Array>> = {
  rsa: sequence(oid(OID.sha256WithRsa), NULL),
  ecdsa: sequence(oid(OID.ecdsaWithSha256)),
};

/**
 * A detached CMS SignedData (RFC 5652, 5) with one signer, in DER, from the signed attributes (the SET OF that was
 * signed) and the signature over them. `timestamp` is a time-stamp token over the signature.
 */
export function signedData(
  { chain, kind }: { kind: KeyAlgorithm['kind']; chain: Signer['chain'] },
  attributes: Uint8Array,
  signature: Uint8Array,
  timestamp: Uint8Array | null = null,
): Uint8Array {
  const { issuer, serialNumber } = certificateParts(chain[0]);
  const signerInfo = sequence(
    smallInteger(1),
    sequence(issuer, serialNumber),
    SHA256,
    retagged(attributes),
    SIGNATURE_ALGORITHM[kind],
    octetString(signature),
    ...(timestamp === null ? [] : [unsignedAttributes(timestamp)]),
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

/** How many bytes at most a token of `length` bytes adds to a SignedData, the headers that it lengthens included. */
export function timestampCapacity(length: number): number {
  return unsignedAttributes(new Uint8Array(length)).length + 10;
}

// A DocMDP of P 1 allows nothing after the signature but what goes into its own string (EN 319 142-1, 6.3).
function unsignedAttributes(timestamp: Uint8Array): Uint8Array {
  return der(CONTEXT_1, sequence(oid(OID.signatureTimestamp), setOf(timestamp)));
}

// Signed as a SET OF, carried as [0] IMPLICIT (RFC 5652, 5.4).
function retagged(attributes: Uint8Array): Uint8Array {
  const copy = Uint8Array.from(attributes);
  copy[0] = CONTEXT_0;
  return copy;
}
