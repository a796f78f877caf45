import type { FileSoundness } from '../verification/file-soundness.ts';

/** Judges files on their own, within a time that the caller can wait for. Never rejects on account of a file. */
export interface FileJudge {
  judge(bytes: Uint8Array): Promise<FileSoundness>;
}
