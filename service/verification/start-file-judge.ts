import { Worker } from 'node:worker_threads';
import { LARGEST_COPY } from '../../engine/document/verify/signed-file.ts';
import type { ValidationData } from '../../engine/document/revocation/validation-data.ts';
import type { Clock } from '../../engine/ports/clock.ts';
import type { FileJudge } from '../../engine/ports/file-judge.ts';
import { NO_TRACES } from '../../engine/verification/copy-traces.ts';
import { fileDigest, type FileSoundness } from '../../engine/verification/file-soundness.ts';
import type { JudgeStart } from './judge-job.ts';
import { type Judged, JudgeThread } from './judge-thread.ts';

export interface FileJudgeOptions {
  trust: Omit<JudgeStart, 'known'>;
  /** What is known of revocations by now, the same object until there is news; nothing when left out. */
  revocations?: () => ValidationData;
  clock: Clock;
  /** How long one file may take, in milliseconds, the wait for those before it not counted. */
  withinMs?: number;
  /** Starts a thread on `judge-worker.ts`, or on something that answers as it does. */
  startThread?: (start: JudgeStart) => Worker;
}

/** Judges files on a thread of its own, so that no file, however hostile, holds the chats up. */
export interface StartedFileJudge extends FileJudge {
  close(): Promise<void>;
}

/** Ours take some 2 ms. What takes so much longer was built to. */
const WITHIN_MS = 800;
/** Signatures are read within some megabytes; a thread that wants more is ended. */
const MAX_HEAP_MB = 96;

const NOTHING_KNOWN: ValidationData = { certificates: [], ocspResponses: [], revocationLists: [] };
const OUT_OF_TIME: Judged = {
  sound: { status: 'indeterminate', reason: 'out-of-time', signature: null },
  traces: NO_TRACES,
};
const TOO_LARGE: FileSoundness = {
  sha256: null,
  sound: { status: 'failed', reason: 'too-large', signature: null },
  traces: NO_TRACES,
};

/**
 * The thread starts with the first file, and anew after one that it didn't get through, or with news of revocations:
 * those are rare, and an operator's lists may be too long to go along with each file.
 */
export function startFileJudge({ clock, trust, ...options }: FileJudgeOptions): StartedFileJudge {
  const { revocations = () => NOTHING_KNOWN, startThread = startWorker, withinMs = WITHIN_MS } = options;
  let thread: JudgeThread | undefined;
  let known: ValidationData | undefined;
  let last: Promise<unknown> = Promise.resolve();

  const endThread = async (): Promise<void> => {
    await thread?.end();
    thread = undefined;
  };
  const judgeNext = async (bytes: Uint8Array): Promise<Judged> => {
    if (known !== revocations()) await endThread();
    known = revocations();
    thread ??= new JudgeThread(startThread({ ...trust, known }));
    await thread.ready.catch(async (fault: unknown) => {
      await endThread();
      throw fault;
    });
    const judged = await thread.judge({ bytes, at: clock.now() }, withinMs);
    if (!judged) await endThread();
    return judged ?? OUT_OF_TIME;
  };

  return {
    async judge(bytes) {
      if (bytes.length > LARGEST_COPY) return TOO_LARGE;
      // Here and not by the thread: a file of ours is known again even when that doesn't answer.
      const sha256 = fileDigest(bytes);
      const judged = last.then(() => judgeNext(bytes));
      last = judged.catch(() => undefined);
      const { sound, traces } = await judged;
      return { sha256, sound, traces };
    },
    async close() {
      await last;
      await endThread();
    },
  };
}

function startWorker(start: JudgeStart): Worker {
  // It inherits nothing of the environment that could name a secret.
  return new Worker(new URL('judge-worker.ts', import.meta.url), {
    workerData: start,
    env: {},
    resourceLimits: { maxOldGenerationSizeMb: MAX_HEAP_MB },
  });
}
