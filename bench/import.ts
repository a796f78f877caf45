import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { randomBytes } from 'node:crypto';
import { parseCatalogue } from '../engine/registry/catalogue/parse-catalogue.ts';
import { type ImportAsk, type ImportDeps, importRegistry } from '../engine/registry/import/import-registry.ts';
import { instant, Zone } from '../engine/time/instant.ts';
import { UsageFault } from '../cli/command.ts';
import { openStorage } from '../storage/open-storage.ts';
import { registryFile } from './registry-rows.ts';

const ROWS = 100_000;

/** How fast a registry file of so many rows is imported into a SQLite file. */
export async function benchImport([count = String(ROWS)]: readonly string[]): Promise<void> {
  const rows = Number(count);
  if (!Number.isSafeInteger(rows) || rows < 1) throw new UsageFault(`${count} is not a number of rows.`);
  const folder = mkdtempSync(path.join(tmpdir(), 'jiazhu-bench-'));
  const storage = await openStorage({ url: path.join(folder, 'bench.db'), dataKey: randomBytes(32) });
  try {
    await measureAll(rows, {
      storage,
      catalogue: readCatalogue(),
      random: { bytes: (length) => randomBytes(length) },
      zone: new Zone('Asia/Shanghai'),
      missingCharacters: () => [],
    });
  } finally {
    await storage.close();
    rmSync(folder, { recursive: true });
  }
}

async function measureAll(rows: number, deps: ImportDeps): Promise<void> {
  const first = new TextEncoder().encode(registryFile(rows));
  const changed = new TextEncoder().encode(registryFile(rows, '变更'));
  await measure('dry run of a new file', deps, first, true);
  await measure('import of a new file', deps, first);
  await measure('the same file again', deps, first);
  await measure('every row changed', deps, changed);
}

async function measure(what: string, deps: ImportDeps, bytes: Uint8Array, dryRun = false): Promise<void> {
  const began = performance.now();
  let peak = 0;
  let writingSince = began;
  const ask: ImportAsk = {
    now: instant(Date.now()),
    bytes,
    dryRun,
    onProgress: ({ stage }) => {
      peak = Math.max(peak, process.memoryUsage().rss);
      if (stage === 'checking') writingSince = performance.now();
    },
  };
  const result = await importRegistry(deps, ask);
  const seconds = (performance.now() - began) / 1000;
  const locked = (performance.now() - writingSince) / 1000;
  if (!result.ok) throw new Error(JSON.stringify(result.refusal).slice(0, 500));
  const { added, changed, unchanged } = result.value.rows;
  const rows = added + changed + unchanged;
  const figures = `${seconds.toFixed(1)} s, ${Math.round(rows / seconds)} rows/s, second reading ${locked.toFixed(1)} s`;
  const counts = `${added} added, ${changed} changed, ${unchanged} as before`;
  process.stdout.write(`${what.padEnd(24)} ${figures}, peak ${Math.round(peak / 2 ** 20)} MB (${counts})\n`);
}

function readCatalogue(): ImportDeps['catalogue'] {
  const file = new URL('../data/catalogue.json', import.meta.url);
  const parsed = parseCatalogue(JSON.parse(readFileSync(file, 'utf8')));
  if (!parsed.ok) throw new Error(parsed.refusal.map(({ path, problem }) => `${path} ${problem}`).join('\n'));
  return parsed.value;
}
