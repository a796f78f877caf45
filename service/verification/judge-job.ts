import type { VerificationBasis } from '../../engine/document/verify-document.ts';
import type { CopyTraces } from '../../engine/verification/copy-traces.ts';
import type { SoundVerdict } from '../../engine/verification/file-soundness.ts';

/** What a judging thread is started with: whose word counts, and what is known of revocations. */
export type JudgeStart = Omit<VerificationBasis, 'at'>;

/** A file to judge. */
export interface JudgeJob extends Pick<VerificationBasis, 'at'> {
  bytes: Uint8Array;
}

/** `ready` is said once, when files can come. */
export type JudgeAnswer = { ready: true } | { sound: SoundVerdict; traces: CopyTraces };
