import { existsSync } from 'node:fs';

import type { Judge, Verdict } from '../document.ts';
import { runTool, versionOf } from '../run-tool.ts';

/** The profiles that every document claims. */
const PROFILES = [
  ['2a', 'veraPDF A-2a'],
  ['ua1', 'veraPDF UA-1'],
] as const;

/** The reference implementation of PDF/A and PDF/UA. */
export const veraPdf: readonly Judge[] = PROFILES.map(([profile, name]) => ({
  name,
  version: async () => {
    const [tool, ...first] = command();
    return versionOf(tool, ...first, '--version');
  },
  // All at once, for it takes longer to start than to judge.
  judge: async (documents) => {
    const [tool, ...first] = command();
    const files = documents.map(({ file }) => file);
    const said = runTool(tool, ...first, '-f', profile, '--format', 'text', '-v', ...files)?.text ?? '';
    return files.map((file) => verdictOn(file, said));
  },
}));

function verdictOn(file: string, said: string): Verdict {
  const lines = said.split('\n');
  const start = lines.findIndex((line) => line.includes(file));
  if (start < 0) return { objection: `says nothing of it, but: ${said.trim()}` };
  if (lines[start]?.startsWith('PASS')) return 'accepted';
  const next = lines.findIndex((line, index) => index > start && /^(PASS|FAIL)/.test(line));
  return { objection: lines.slice(start, next < 0 ? undefined : next).join('\n') };
}

/** VERAPDF is its launcher or its jar; otherwise `verapdf` on the PATH. */
function command(): [tool: string, ...first: string[]] {
  const named = process.env['VERAPDF'];
  if (named?.endsWith('.jar') && existsSync(named)) {
    return ['java', '-cp', named, 'org.verapdf.apps.GreenfieldCliWrapper'];
  }
  return [named ?? 'verapdf'];
}
