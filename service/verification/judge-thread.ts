import type { Worker } from 'node:worker_threads';
import type { FileSoundness } from '../../engine/verification/file-soundness.ts';
import type { JudgeAnswer, JudgeJob } from './judge-job.ts';

export type Judged = Pick<FileSoundness, 'sound' | 'traces'>;

/** The thread that judges files could not be started. */
export class JudgeFault extends Error {
  readonly code = 'judge';
  override readonly name = 'JudgeFault';
}

/** A thread that judges one file at a time. */
export class JudgeThread {
  /** Rejects with a JudgeFault. */
  readonly ready: Promise<void>;
  readonly #worker: Worker;
  #settle: ((judged: Judged | undefined) => void) | undefined;

  constructor(worker: Worker) {
    this.#worker = worker;
    const ready = Promise.withResolvers<void>();
    this.ready = ready.promise;
    this.ready.catch(() => {});
    worker.on('message', (answer: JudgeAnswer) => {
      if ('ready' in answer) ready.resolve();
      else this.#settle?.(answer);
    });
    const fail = (cause?: unknown): void => {
      ready.reject(new JudgeFault('the thread that judges files ended', { cause }));
      this.#settle?.(undefined);
    };
    worker.on('error', fail);
    worker.on('exit', () => fail());
  }

  /** Undefined when there was no answer in time, or the thread ended over it. */
  async judge(job: JudgeJob, withinMs: number): Promise<Judged | undefined> {
    const answer = Promise.withResolvers<Judged | undefined>();
    this.#settle = answer.resolve;
    const timer = setTimeout(() => answer.resolve(undefined), withinMs);
    this.#worker.postMessage(job, []);
    try {
      return await answer.promise;
    } finally {
      clearTimeout(timer);
      this.#settle = undefined;
    }
  }

  async end(): Promise<void> {
    await this.#worker.terminate();
  }
}
