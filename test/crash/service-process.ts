import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const MAIN = fileURLToPath(new URL('../../main.ts', import.meta.url));
const CLOCK_AHEAD = fileURLToPath(new URL('clock-ahead.ts', import.meta.url));

/** The real service in a process of its own, to be killed and started again. */
export class ServiceProcess {
  /** Everything that it ever wrote. */
  output = '';
  /** How far its clock is ahead of the machine's, from its next start on. */
  aheadMs = 0;
  /** Rejects when it ends without having been killed. */
  readonly ended: Promise<never>;
  readonly #env: Record<string, string>;
  readonly #fail: (fault: Error) => void;
  #running: { child: ChildProcessWithoutNullStreams; exit: Promise<unknown> } | undefined;

  /** `env` is all of its environment but the clock. */
  constructor(env: Record<string, string>) {
    this.#env = env;
    const ended = Promise.withResolvers<never>();
    ended.promise.catch(() => {});
    this.ended = ended.promise;
    this.#fail = ended.reject;
  }

  start(): void {
    const env = { OPERATIONS_PORT: 'none', ...this.#env, CLOCK_AHEAD_MS: `${this.aheadMs}` };
    const child = spawn(process.execPath, ['--import', CLOCK_AHEAD, MAIN, 'start'], { env });
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => (this.output += text));
    }
    child.once('exit', (code, signal) => {
      if (this.#running?.child !== child) return;
      this.#fail(new Error(`the service ended by itself (${code ?? signal}):\n${this.output}`));
    });
    this.#running = { child, exit: once(child, 'exit') };
  }

  /** Starts it and stops it as an operator would, which keeps its compiled code for the starts that follow. */
  async rehearse(): Promise<void> {
    this.start();
    const running = this.#running;
    if (!running) return;
    const { child, exit } = running;
    const greeted = Promise.withResolvers<void>();
    child.stdout.on('data', () => this.output.includes('the holder bot is running') && greeted.resolve());
    await Promise.race([greeted.promise, this.ended]);
    this.#running = undefined;
    child.kill('SIGTERM');
    await exit;
  }

  /** Kills it before this returns; resolves when the system has buried it. */
  async kill(): Promise<void> {
    const running = this.#running;
    this.#running = undefined;
    running?.child.kill('SIGKILL');
    await running?.exit;
  }
}
