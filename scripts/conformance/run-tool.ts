import { spawnSync } from 'node:child_process';

/** What a tool said, both streams together, and whether it ended well. */
export interface Said {
  ok: boolean;
  text: string;
}

/** Undefined when there is no such tool. */
export function runTool(tool: string, ...args: readonly string[]): Said | undefined {
  const { error, status, stderr, stdout } = spawnSync(tool, args, { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
  if (error) return undefined;
  return { ok: status === 0, text: stdout + stderr };
}

/** The first thing like a version number that a tool says of itself. */
export function versionOf(tool: string, ...args: readonly string[]): string | null {
  const said = runTool(tool, ...args);
  return said ? (/\d+(\.\d+)+\S*/.exec(said.text)?.[0] ?? 'of some version') : null;
}
