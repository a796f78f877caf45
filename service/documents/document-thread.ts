import type { Worker } from 'node:worker_threads';
import type { MadeCopy } from '../../engine/ports/copy-maker.ts';
import {
  type CopyAnswer,
  type CopyJob,
  type CopyOrder,
  unpackFault,
  WorkerFault,
  type WorkerGreeting,
} from './document-job.ts';

interface Pending {
  resolve: (copy: MadeCopy) => void;
  reject: (fault: Error) => void;
}

/** A thread that makes documents, and the copies that are waited for from it. Once it ended, all of them reject. */
export class DocumentThread {
  /** Rejects with the fault that kept it from starting. */
  readonly started: Promise<void>;
  /** Resolves when it has ended, whatever the reason, and before what is waited for from it rejects. */
  readonly ended: Promise<void>;
  readonly #worker: Worker;
  readonly #pending = new Map<number, Pending>();
  #lastId = 0;
  #fault: Error = new WorkerFault('a document thread ended');

  constructor(worker: Worker) {
    this.#worker = worker;
    const greeting = Promise.withResolvers<void>();
    this.started = greeting.promise;
    this.started.catch(() => {});
    worker.on('message', (message: WorkerGreeting | CopyAnswer) => {
      if ('id' in message) this.#settle(message);
      else if (message.started) greeting.resolve();
      else void this.#fail(unpackFault(message.fault));
    });
    worker.on('error', (error) => {
      this.#fault = new WorkerFault('a document thread crashed', { cause: error });
    });
    this.ended = new Promise((resolve) => {
      worker.on('exit', () => {
        resolve();
        greeting.reject(this.#fault);
        this.#rejectAll();
      });
    });
  }

  /** How many copies it was asked for and hasn't made. */
  get pending(): number {
    return this.#pending.size;
  }

  make(order: CopyOrder): Promise<MadeCopy> {
    this.#lastId += 1;
    const job: CopyJob = { id: this.#lastId, order };
    return new Promise((resolve, reject) => {
      this.#pending.set(job.id, { resolve, reject });
      this.#worker.postMessage(job, []);
    });
  }

  async end(): Promise<void> {
    await this.#worker.terminate();
    await this.ended;
  }

  #settle(answer: CopyAnswer): void {
    const waiting = this.#pending.get(answer.id);
    this.#pending.delete(answer.id);
    if ('copy' in answer) waiting?.resolve(answer.copy);
    else waiting?.reject(unpackFault(answer.fault));
  }

  async #fail(fault: Error): Promise<void> {
    this.#fault = fault;
    await this.#worker.terminate();
  }

  #rejectAll(): void {
    for (const { reject } of this.#pending.values()) reject(this.#fault);
    this.#pending.clear();
  }
}
