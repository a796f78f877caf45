import type { Instant } from '../time/instant.ts';
import { judgeSignature } from './verify/judge-signature.ts';
import { readSignedFile } from './verify/signed-file.ts';
import type { Verdict } from './verify/verdict.ts';

export interface VerificationBasis {
  /** DER certificates that a signer's chain must end in. */
  trustedRoots: readonly Uint8Array[];
  /** When the question is asked. */
  at: Instant;
}

/**
 * Whether a file is sound on its own: unchanged since one of the issuers signed it, to the byte. Judges strictly, by the
 * form that this engine writes, so that no reading of PDF but one is possible; what is well-formed and signed elsewhere
 * fails too. Takes any bytes and never throws on account of them.
 */
export function verifyDocument(bytes: Uint8Array, basis: VerificationBasis): Verdict {
  const file = readSignedFile(bytes);
  if (!file.ok) return { status: 'failed', reason: file.refusal, signature: null };
  return judgeSignature(file.value, basis);
}
