import { judgeSignature, type Trust } from './verify/judge-signature.ts';
import { readSignedFile } from './verify/signed-file.ts';
import type { Verdict } from './verify/verdict.ts';

/** By what a file is judged. Plain data. */
export type VerificationBasis = Trust;

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
