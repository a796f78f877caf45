import type { VerificationBasis } from '../../engine/document/verify-document.ts';
import type { CopyTraces } from '../../engine/verification/copy-traces.ts';
import type { SoundVerdict } from '../../engine/verification/file-soundness.ts';
import type { Instant } from '../../engine/time/instant.ts';

/** What a judging thread is started with: whose word counts. */
export type JudgeStart = Omit<VerificationBasis, 'at'>;

/** A file to judge; `id` comes back with the answer. */
export interface JudgeJob {
  id: number;
  bytes: Uint8Array;
  at: Instant;
}

/** `ready` is said once, when files can come. */
export type JudgeAnswer = { ready: true } | { id: number; sound: SoundVerdict; traces: CopyTraces };
