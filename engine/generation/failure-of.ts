import {
  IssuerFault,
  MissingGlyphFault,
  SignatureFault,
  SignerFault,
  UnavailableFault,
  UnknownIssuerFault,
} from '../document/faults.ts';
import type { GenerationFailure } from '../endorsement/endorsement.ts';

/** Whose doing the last of many failed attempts was: the signer's, or a defect. */
export function failureOf(fault: unknown): GenerationFailure {
  const signer = [IssuerFault, SignatureFault, SignerFault, UnavailableFault, UnknownIssuerFault].some(
    (kind) => fault instanceof kind,
  );
  return signer ? 'signer' : 'fault';
}

/** Whether a copy only waits for what staff are alerted of; whatever else keeps it from being made is a defect. */
export function isAwaited(fault: unknown): boolean {
  return fault instanceof MissingGlyphFault || failureOf(fault) === 'signer';
}
