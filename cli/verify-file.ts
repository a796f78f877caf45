import type { Verdict } from '../engine/document/verify/verdict.ts';
import { verifyDocument } from '../engine/document/verify-document.ts';
import type { Storage } from '../engine/ports/storage.ts';
import type { Instant, Zone } from '../engine/time/instant.ts';
import { type FileVerdict, verifyFile } from '../engine/verification/verify-file.ts';

/** The two answers of verification. */
export interface FileAnswers {
  /** Is this exact file one that we issued, and does it hold today? */
  issued: FileVerdict;
  /** Is it sound on its own? */
  signature: Verdict;
}

export interface VerifyDeps {
  storage: Storage;
  zone: Zone;
  trustedRoots: readonly Uint8Array[];
}

export async function verify(bytes: Uint8Array, deps: VerifyDeps, now: Instant): Promise<FileAnswers> {
  return {
    issued: await deps.storage.transact((tx) => verifyFile(tx, deps, { now, bytes })),
    signature: verifyDocument(bytes, { trustedRoots: deps.trustedRoots, at: now }),
  };
}

const MARKS = { passed: '✓', failed: '✗', indeterminate: '?' };

/** One line on the signature, for a terminal. */
export function describeVerdict({ status, reason, signature }: Verdict): string {
  const by = signature && ` (PAdES ${signature.level}, by ${signature.signer})`;
  return `${MARKS[status]} signature: ${status}, ${reason}${by ?? ''}`;
}

/** One line on whether it was issued here and holds today. */
export function describeIssued(verdict: FileVerdict): string {
  const { status, reason } = verdict;
  if (reason === 'not-issued') return `${MARKS[status]} issued here: ${status}, ${reason}`;
  const { number, askedOn, lastDay } = verdict.issued.endorsement;
  return `${MARKS[status]} issued here: ${status}, ${reason} (${number}, ${askedOn} to ${lastDay})`;
}
