import { type FSWatcher, watch } from 'node:fs';
import path from 'node:path';
import { dumpDatabase } from '../fakes/dump-database.ts';
import type { PassingCall, Stage, Verdict } from '../fakes/telegram-line.ts';
import type { ServiceProcess } from './service-process.ts';

/** When to strike; `nth`, from 1, counts these since the process was started again. */
export type Aim =
  | CallAim
  /** A write to the database's log: in the middle of a commit, or right after it. */
  | { kind: 'commit'; nth: number }
  /** While a copy was asked for and isn't made yet. */
  | { kind: 'job' }
  /** So long after the start, starting included. */
  | { kind: 'moment'; afterMs: number };

/** A call on the line; `late` strikes when it is received, and it is carried out all the same. */
export interface CallAim {
  kind: 'call';
  method: string;
  stage: Stage | 'late';
  nth: number;
}

export interface Kill {
  phase: string;
  aim: Aim;
  /** How many copies were asked for and not made yet. */
  jobsLeft: number;
}

/** Kills the service whenever what it aims at comes, and starts it again at once. */
export class Reaper {
  readonly kills: Kill[] = [];
  readonly #service: ServiceProcess;
  readonly #databaseFile: string;
  readonly #watcher: FSWatcher;
  #phase = '';
  #aims: Aim[] = [];
  #seen = 0;
  #timer: NodeJS.Timeout | undefined;
  #burial: Promise<void> = Promise.resolve();

  constructor(service: ServiceProcess, databaseFile: string) {
    this.#service = service;
    this.#databaseFile = databaseFile;
    const log = `${path.basename(databaseFile)}-wal`;
    this.#watcher = watch(path.dirname(databaseFile), (_event, name) => {
      if (name !== log) return;
      this.#see((aim) => aim.kind === 'commit');
      void this.#lookForJobs();
    });
  }

  /** Plays `work` while it strikes at `aims`, one after another. Those that it finds no occasion for are dropped. */
  async during<T>(phase: string, aims: readonly Aim[], work: () => Promise<T>): Promise<T> {
    this.#phase = phase;
    this.#aims = [...aims];
    this.#arm();
    const result = await work();
    await this.#rest();
    return result;
  }

  /** Kills the service and starts it again when `work` is done. */
  async whileDead(phase: string, work: () => Promise<unknown>): Promise<void> {
    await this.#service.kill();
    this.kills.push({ phase, aim: { kind: 'moment', afterMs: 0 }, jobsLeft: await this.#jobsLeft() });
    await work();
    this.#service.start();
  }

  /** To be asked about every call on the line. */
  hear({ method, stage, answer }: PassingCall): Verdict {
    const idle = method === 'getUpdates' && (answer === null || answer.includes('"result":[]'));
    const [aim] = this.#aims;
    if (idle || aim?.kind !== 'call') return 'pass';
    const aimsAt = aim.stage === 'late' ? 'received' : aim.stage;
    const struck = this.#see(() => aim.method === method && aimsAt === stage);
    if (!struck) return 'pass';
    return aim.stage === 'late' ? 'late' : 'cut';
  }

  async close(): Promise<void> {
    this.#watcher.close();
    await this.#rest();
    await this.#service.kill();
  }

  async #rest(): Promise<void> {
    await this.#burial;
    clearTimeout(this.#timer);
    this.#aims = [];
    // It may have struck once more just before.
    await this.#burial;
    this.#aims = [];
    clearTimeout(this.#timer);
  }

  #arm(): void {
    this.#seen = 0;
    const [aim] = this.#aims;
    if (aim?.kind === 'moment') this.#timer = setTimeout(() => this.#strike(aim), aim.afterMs);
  }

  #see(isIt: (aim: Aim) => boolean): boolean {
    const [aim] = this.#aims;
    if (!aim || aim.kind === 'moment' || aim.kind === 'job' || !isIt(aim)) return false;
    this.#seen += 1;
    if (this.#seen < aim.nth) return false;
    this.#strike(aim);
    return true;
  }

  async #lookForJobs(): Promise<void> {
    const [aim] = this.#aims;
    if (aim?.kind !== 'job' || (await this.#jobsLeft()) === 0) return;
    if (this.#aims[0] === aim) this.#strike(aim);
  }

  #strike(aim: Aim): void {
    const dead = this.#service.kill();
    const [, ...others] = this.#aims;
    this.#aims = [];
    this.#burial = this.#bury(dead, aim, others);
  }

  async #bury(dead: Promise<void>, aim: Aim, others: Aim[]): Promise<void> {
    await dead;
    const jobsLeft = await this.#jobsLeft();
    this.kills.push({ phase: this.#phase, aim, jobsLeft });
    // The job may have been over by the time that the process was: then it is aimed at again.
    this.#aims = aim.kind === 'job' && jobsLeft === 0 ? [aim, ...others] : others;
    this.#service.start();
    this.#arm();
  }

  async #jobsLeft(): Promise<number> {
    const { job = [] } = await dumpDatabase(this.#databaseFile);
    return job.filter(({ finished }) => finished === 0).length;
  }
}
