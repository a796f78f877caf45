import { IssuerFault, SignatureFault, SignerFault, UnavailableFault, UnknownIssuerFault } from '../document/faults.ts';
import type { GenerationFailure } from '../endorsement/endorsement.ts';

/** Whose doing the last of many failed attempts was: the signer's, or a defect. */
export function failureOf(fault: unknown): GenerationFailure {
  const signer = [IssuerFault, SignatureFault, SignerFault, UnavailableFault, UnknownIssuerFault].some(
    (kind) => fault instanceof kind,
  );
  return signer ? 'signer' : 'fault';
}
