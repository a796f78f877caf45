import type { VerificationStores } from '../ports/stores/verification-stores.ts';
import type { Instant } from '../time/instant.ts';
import type { FileSoundness, SoundVerdict } from './file-soundness.ts';
import type { IssuedVerdict } from './issued-verdict.ts';
import { type VerifyDeps, verifyIssued } from './verify-issued.ts';

/** The two answers of verification. Each is `passed`, `failed` or `indeterminate`, with a reason. */
export interface CopyVerdict {
  /** Is exactly this file one that was issued here, and does it hold today? */
  issued: IssuedVerdict;
  /** Is it sound on its own? */
  sound: SoundVerdict;
}

/** Answers both questions about a file that was judged by itself before, since that takes no transaction. */
export async function verifyCopy(
  tx: VerificationStores,
  deps: VerifyDeps,
  ask: { now: Instant; file: FileSoundness },
): Promise<CopyVerdict> {
  return { issued: await verifyIssued(tx, deps, ask), sound: ask.file.sound };
}

/** Whether a file was issued here and holds, and yet can't be relied on: its key was revoked since, for one. */
export function isDoubted({ issued, sound }: CopyVerdict): boolean {
  return issued.status === 'passed' && sound.status !== 'passed';
}

/** Whether a file can be relied on: issued here, holding today, and sound. */
export function passes({ issued, sound }: CopyVerdict): boolean {
  return issued.status === 'passed' && sound.status === 'passed';
}
