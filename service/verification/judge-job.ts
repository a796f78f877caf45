import type { VerificationBasis } from '../../engine/document/verify-document.ts';
import type { CopyTraces } from '../../engine/verification/copy-traces.ts';
import type { SoundVerdict } from '../../engine/verification/file-soundness.ts';

/** What a judging thread is started with: whose word counts. */
export type JudgeStart = Omit<VerificationBasis, 'at' | 'known'>;

/** A file to judge, and what is known of revocations at that time. */
export interface JudgeJob extends Required<Pick<VerificationBasis, 'at' | 'known'>> {
  bytes: Uint8Array;
}

/** `ready` is said once, when files can come. */
export type JudgeAnswer = { ready: true } | { sound: SoundVerdict; traces: CopyTraces };
