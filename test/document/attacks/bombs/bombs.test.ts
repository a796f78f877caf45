import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import { describe, expect, it } from 'vitest';

import { temporaryFolder } from '../../../storage/temporary-folder.ts';
import { expectRefused } from '../attack.ts';
import { BOMBS } from './bombs.ts';

const path = temporaryFolder();

describe('a bomb', () => {
  expectRefused(BOMBS);
});

it('bombs, all of them, take a process of their own no more than 200 MB', async () => {
  const files: string[] = [];
  for (const { build } of BOMBS) {
    const file = path(`${files.length}.pdf`);
    writeFileSync(file, await build());
    files.push(file);
  }
  const script = fileURLToPath(new URL('judge-files.ts', import.meta.url));
  const { stdout, stderr } = spawnSync(process.execPath, ['--expose-gc', script, ...files], { encoding: 'utf8' });
  expect(stderr).toBe('');
  const { passed, peakMb } = JSON.parse(stdout);
  expect(passed).toEqual([]);
  expect(peakMb).toBeLessThan(200);
});
