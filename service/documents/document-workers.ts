import { getCompileCacheDir } from 'node:module';
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import type { FontFaces } from '../../engine/document/font/font-faces.ts';
import type { FontBytes } from '../../engine/document/font/sfnt-tables.ts';
import type { MadeCopy, StampableMaker } from '../../engine/ports/copy-maker.ts';
import type { SealPicture } from '../../engine/document/seal/seal-picture.ts';
import { type CopyOrder, WorkerFault, type WorkerStart } from './document-job.ts';
import { FontFile } from './font-file.ts';
import { DocumentThread } from './document-thread.ts';
import type { IssuerKey } from '../issuers/issuer-key.ts';

export interface DocumentWorkersOptions {
  threads: number;
  /** Threads open the same files, or share what is in memory. */
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
  /** Starts the threads; resolves once each can sign, or all were closed. Rejects with what kept one from starting. */
  ready(): Promise<void>;
  /** Ends the threads. What was still waited for rejects. */
  close(): Promise<void>;
}

/** More copies are waited for than can be made soon; ask again later. */
export class WorkersBusyFault extends Error {
  readonly code = 'workers-busy';
  override readonly name = 'WorkersBusyFault';
  /** For staff. */
  readonly detail = this.message;
}

const MAX_WAITING = 1000;
/** One in work and one at hand, so that a thread never waits for the main one to pass it the next. */
const PER_THREAD = 2;

/** Workers whose threads start when they are asked to be ready or, one by one, when there is work for them. */
export function createDocumentWorkers(options: DocumentWorkersOptions): DocumentWorkers {
  const pool = new ThreadPool(options);
  return {
    ready: () => pool.ready(),
    makeCopy: (certificate, endorsement, room) => pool.make({ kind: 'endorsed', certificate, endorsement, room }),
    makePlainCopy: (certificate, plain, room) => pool.make({ kind: 'plain', certificate, plain, room }),
    missingCharacters: (text) => options.fonts.missingCharacters(text),
    close: () => pool.close(),
  };
}

/** Workers that are ready. Rejects with the fault that kept a thread from starting. */
export async function startDocumentWorkers(options: DocumentWorkersOptions): Promise<DocumentWorkers> {
  const workers = createDocumentWorkers(options);
  try {
    await workers.ready();
  } catch (fault) {
    await workers.close();
    throw fault;
  }
  return workers;
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
    let start: WorkerStart | undefined;
    this.#start = () => {
      const faces = (): WorkerStart['faces'] => fonts.faces.map(({ bytes }) => shareable(bytes));
      start ??= { faces: faces(), keys, seals: seals ?? new Map(), keptBases: keptBases ?? null };
      return new DocumentThread((startThread ?? startWorker)(start));
    };
  }

  async ready(): Promise<void> {
    while (!this.#closed && this.#threads.size < this.#size) this.#add();
    await Promise.all([...this.#threads].map((thread) => thread.started)).catch((fault: unknown) => {
      if (!this.#closed) throw fault;
    });
  }

  make(order: CopyOrder): Promise<MadeCopy> {
    if (this.#closed) return Promise.reject(ended());
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
      settle(Promise.reject(ended()));
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

function ended(): WorkerFault {
  return new WorkerFault('the document threads were ended');
}

/**
 * What copies leave behind is collected early: with a young generation of its usual 48 MB and no end to the old one, a
 * thread takes 40 MB more and is no faster.
 */
const RESOURCES = { maxYoungGenerationSizeMb: 6, maxOldGenerationSizeMb: 80 };

function startWorker(start: WorkerStart): Worker {
  const compiled = getCompileCacheDir();
  return new Worker(new URL('document-worker.ts', import.meta.url), {
    workerData: start,
    resourceLimits: RESOURCES,
    // Nothing else of the environment, which could name a secret.
    env: compiled === undefined ? {} : { NODE_COMPILE_CACHE: path.dirname(compiled) },
  });
}

// A thread opens a file for itself. Ten megabytes in memory needn't be there once for each.
function shareable(bytes: FontBytes): string | Uint8Array {
  if (bytes instanceof FontFile) return bytes.path;
  const copy = new Uint8Array(new SharedArrayBuffer(bytes.length));
  copy.set(bytes.subarray(0, bytes.length));
  return copy;
}
