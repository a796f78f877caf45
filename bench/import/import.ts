import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { UsageFault } from '../../cli/command.ts';
import { SERVICE_FLAGS } from '../../scripts/service-flags.mjs';
import { registryFile } from '../registry-rows.ts';
import type { ImportFigures } from './import-once.ts';
import { registryWorkbook } from './registry-workbook.ts';

const ROWS = 100_000;
const ONCE = fileURLToPath(new URL('import-once.ts', import.meta.url));
const run = promisify(execFile);

/** How fast a registry file of so many rows is imported into a SQLite file, as CSV and as a workbook. */
export async function benchImport([count = String(ROWS)]: readonly string[]): Promise<void> {
  const rows = Number(count);
  if (!Number.isSafeInteger(rows) || rows < 1) throw new UsageFault(`${count} is not a number of rows.`);
  const folder = mkdtempSync(path.join(tmpdir(), 'jiazhu-bench-'));
  try {
    for (const extension of ['csv', 'xlsx'] as const) await measureAll(folder, extension, rows);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function measureAll(folder: string, extension: 'csv' | 'xlsx', rows: number): Promise<void> {
  const [first, changed] = [registryFile(rows), registryFile(rows, '变更')].map((csv, index) => {
    const file = path.join(folder, `${index}.${extension}`);
    writeFileSync(file, extension === 'csv' ? csv : registryWorkbook(csv));
    return file;
  });
  if (first === undefined || changed === undefined) return;
  const into = [path.join(folder, `${extension}.db`), randomBytes(32).toString('hex')] as const;
  await measure(`${extension}: dry run`, [...into, first, '--dry-run']);
  await measure(`${extension}: all new`, [...into, first]);
  await measure(`${extension}: the same again`, [...into, first]);
  await measure(`${extension}: every row changed`, [...into, changed]);
}

async function measure(what: string, args: readonly string[]): Promise<void> {
  const { stdout } = await run(process.execPath, [...SERVICE_FLAGS, ONCE, ...args]);
  const { seconds, writing, peak, stall, rows } = JSON.parse(stdout) as ImportFigures;
  const total = rows.added + rows.changed + rows.unchanged;
  const figures = [
    `${seconds.toFixed(1)} s`,
    `${Math.round(total / seconds)} rows/s`,
    `${writing.toFixed(1)} s of it writing`,
    `peak ${Math.round(peak)} MB`,
    `longest stall ${Math.round(stall)} ms`,
  ];
  const counts = `${rows.added} added, ${rows.changed} changed, ${rows.unchanged} as before`;
  process.stdout.write(`${what.padEnd(24)} ${figures.join(', ')} (${counts})\n`);
}
