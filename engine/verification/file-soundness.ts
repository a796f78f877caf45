import { createHash } from 'node:crypto';
import { LARGEST_COPY } from '../document/verify/signed-file.ts';
import type { Verdict } from '../document/verify/verdict.ts';
import { type VerificationBasis, verifyDocument } from '../document/verify-document.ts';
import { type CopyTraces, findTraces, NO_TRACES } from './copy-traces.ts';

/** `out-of-time`: a file built to keep its judge busy. None that is made here takes more than some milliseconds. */
export type SoundVerdict = Verdict | { status: 'indeterminate'; reason: 'out-of-time'; signature: null };

/** What can be known of a file without asking what was issued here. Plain data: it travels between threads. */
export interface FileSoundness {
  /** Of the whole file, hex; null for one larger than anything made here, which isn't read to its end. */
  sha256: string | null;
  /** Is it sound on its own? */
  sound: SoundVerdict;
  traces: CopyTraces;
}

/** Judges a file by itself. For whoever has time: hostile files may take a good part of a second. */
export function judgeFile(bytes: Uint8Array, basis: VerificationBasis): FileSoundness {
  const sound = verifyDocument(bytes, basis);
  if (bytes.length > LARGEST_COPY) return { sha256: null, sound, traces: NO_TRACES };
  return { sha256: fileDigest(bytes), sound, traces: findTraces(bytes, basis.trustedRoots) };
}

/** By which a file is known again. */
export function fileDigest(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
