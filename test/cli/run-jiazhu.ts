import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';

export const MAIN = fileURLToPath(new URL('../../main.ts', import.meta.url));

/** One that doesn't end is ended. */
const PATIENCE_MS = 60_000;

export interface Run {
  code: number | null;
  out: string;
  err: string;
}

/** Runs the real command line. `env` is all of its environment; an empty value keeps a `.env` file from setting it. */
export async function runJiazhu(argv: readonly string[], env: Readonly<Record<string, string>>): Promise<Run> {
  const child = spawn(process.execPath, [MAIN, ...argv], {
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: PATIENCE_MS,
  });
  const [out, err, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'exit')]);
  return { code, out, err };
}
