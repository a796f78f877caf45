import type { FileSoundness } from '../../../engine/verification/file-soundness.ts';

/** A file that somebody sent, fetched and judged by itself before the turn began; or why it was not. */
export type FileCheck =
  | { kind: 'judged'; file: FileSoundness }
  | { kind: 'not-pdf' }
  | { kind: 'too-large' }
  | { kind: 'unreachable' };
