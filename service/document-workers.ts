import { Worker } from 'node:worker_threads';
import type { FontFaces } from '../engine/document/font/font-faces.ts';
import type { MadeCopy, StampableMaker } from '../engine/ports/copy-maker.ts';
import type { SealPicture } from '../engine/document/seal/seal-picture.ts';
import { type CopyOrder, WorkerFault, type WorkerStart } from './document-job.ts';
import { DocumentThread } from './document-thread.ts';
import type { IssuerKey } from './issuers/issuer-key.ts';

export interface DocumentWorkersOptions {
  threads: number;
  /** Their bytes are shared with the threads. */
  fonts: FontFaces;
  /** Of one issuer, newest first. */
  keys: readonly IssuerKey[];
  /** By the issuer's id. */
  seals?: ReadonlyMap<string, SealPicture>;
  /** How many composed bases each thread keeps; `createDocumentMaker` has a default. */
  keptBases?: number;
  /** How many copies may wait for a thread; more are refused with a WorkersBusyFault. */
  maxWaiting?: number;
  /** Starts a thread on `document-worker.ts`, or on something that answers as it does. */
  startThread?: (start: WorkerStart) => Worker;
}

/** Makes documents on threads of its own, so that the event loop that asks goes on. */
export interface DocumentWorkers extends StampableMaker {
  /** Ends the threads. What was still waited for rejects. */
  close(): Promise<void>;
}

/** More copies are waited for than can be made soon; ask again later. */
export class WorkersBusyFault extends Error {
  readonly code = 'workers-busy';
  override readonly name = 'WorkersBusyFault';
}

const MAX_WAITING = 1000;
/** One in work and one at hand, so that a thread never waits for the main one to pass it the next. */
const PER_THREAD = 2;

/** Resolves once every thread can sign. Rejects with the fault that kept one from starting. */
export async function startDocumentWorkers(options: DocumentWorkersOptions): Promise<DocumentWorkers> {
  const pool = new ThreadPool(options);
  try {
    await pool.started();
  } catch (fault) {
    await pool.close();
    throw fault;
  }
  return {
    makeCopy: (certificate, endorsement, room) => pool.make({ kind: 'endorsed', certificate, endorsement, room }),
    makePlainCopy: (certificate, plain, room) => pool.make({ kind: 'plain', certificate, plain, room }),
    missingCharacters: (text) => options.fonts.missingCharacters(text),
    close: () => pool.close(),
  };
}

interface Waiting {
  order: CopyOrder;
  settle: (copy: Promise<MadeCopy>) => void;
}

class ThreadPool {
  readonly #size: number;
  readonly #maxWaiting: number;
  readonly #start: () => DocumentThread;
  readonly #threads = new Set<DocumentThread>();
  readonly #waiting: Waiting[] = [];
  #closed = false;

  constructor({ fonts, keptBases, keys, maxWaiting, seals, startThread, threads }: DocumentWorkersOptions) {
    this.#size = threads;
    this.#maxWaiting = maxWaiting ?? MAX_WAITING;
    const faces = fonts.faces.map(({ bytes }) => shared(bytes));
    const start: WorkerStart = { faces, keys, seals: seals ?? new Map(), keptBases: keptBases ?? null };
    this.#start = () => new DocumentThread((startThread ?? startWorker)(start));
    while (this.#threads.size < threads) this.#add();
  }

  async started(): Promise<void> {
    await Promise.all([...this.#threads].map((thread) => thread.started));
  }

  make(order: CopyOrder): Promise<MadeCopy> {
    if (this.#closed) return Promise.reject(new WorkerFault('the document threads were ended'));
    if (this.#waiting.length >= this.#maxWaiting) {
      return Promise.reject(new WorkersBusyFault(`${this.#waiting.length} copies are waiting already`));
    }
    return new Promise((resolve) => {
      this.#waiting.push({ order, settle: resolve });
      this.#hand();
    });
  }

  async close(): Promise<void> {
    this.#closed = true;
    for (const { settle } of this.#waiting.splice(0)) {
      settle(Promise.reject(new WorkerFault('the document threads were ended')));
    }
    await Promise.all([...this.#threads].map((thread) => thread.end()));
  }

  #hand(): void {
    while (this.#waiting.length > 0) {
      const thread = this.#free();
      const next = thread && this.#waiting.shift();
      if (!next) return;
      const made = thread.make(next.order);
      const goOn = (): void => this.#hand();
      made.then(goOn, goOn);
      next.settle(made);
    }
  }

  /**
   * The thread with the least to do. One that died is replaced only here, when there is work: then one that can't
   * start takes a job down with it each time, and the pauses between attempts at the job keep it from spinning.
   */
  #free(): DocumentThread | undefined {
    const [idlest] = [...this.#threads].sort((a, b) => a.pending - b.pending);
    if (idlest?.pending === 0) return idlest;
    if (this.#threads.size < this.#size) return this.#add();
    return idlest && idlest.pending < PER_THREAD ? idlest : undefined;
  }

  #add(): DocumentThread {
    const thread = this.#start();
    this.#threads.add(thread);
    void thread.ended.then(() => this.#threads.delete(thread));
    return thread;
  }
}

function startWorker(start: WorkerStart): Worker {
  // A thread inherits no standard input, and nothing of the environment that could name a secret.
  return new Worker(new URL('document-worker.ts', import.meta.url), { workerData: start, env: {} });
}

// Ten megabytes a face, which threads needn't each have.
function shared(bytes: Uint8Array): Uint8Array {
  if (bytes.buffer instanceof SharedArrayBuffer) return bytes;
  const copy = new Uint8Array(new SharedArrayBuffer(bytes.byteLength));
  copy.set(bytes);
  return copy;
}
