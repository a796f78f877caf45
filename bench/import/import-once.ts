// One import in a process of its own, so that its peak of memory is the import's: DATABASE KEY FILE [--dry-run].
import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { type ImportAsk, importRegistry } from '../../engine/registry/import/import-registry.ts';
import { parseCatalogue } from '../../engine/registry/catalogue/parse-catalogue.ts';
import type { Catalogue } from '../../engine/registry/catalogue.ts';
import { instant, Zone } from '../../engine/time/instant.ts';
import { openStorage } from '../../storage/open-storage.ts';

/** What an import took. */
export interface ImportFigures {
  seconds: number;
  /** How long everybody else waited for it to be written. */
  writing: number;
  /** Megabytes. */
  peak: number;
  /** The longest that the event loop was kept, in milliseconds. */
  stall: number;
  rows: { added: number; changed: number; unchanged: number };
}

async function importOnce(database: string, key: string, file: string, dryRun: boolean): Promise<ImportFigures> {
  const storage = await openStorage({ url: database, dataKey: Buffer.from(key, 'hex') });
  const deps = {
    storage,
    catalogue: readCatalogue(),
    random: { bytes: (length: number) => randomBytes(length) },
    zone: new Zone('Asia/Shanghai'),
    missingCharacters: () => [],
  };
  const loop = monitorEventLoopDelay({ resolution: 5 });
  loop.enable();
  const began = performance.now();
  let writingSince = began;
  const onProgress: ImportAsk['onProgress'] = ({ stage }) => {
    if (stage === 'checking') writingSince = performance.now();
  };
  const bytes = readFileSync(file);
  const result = await importRegistry(deps, { now: instant(Date.now()), bytes, name: file, dryRun, onProgress });
  const ended = performance.now();
  loop.disable();
  await storage.close();
  if (!result.ok) throw new Error(JSON.stringify(result.refusal).slice(0, 500));
  return {
    seconds: (ended - began) / 1000,
    writing: dryRun ? 0 : (ended - writingSince) / 1000,
    peak: process.resourceUsage().maxRSS / 1024,
    stall: loop.max / 1e6,
    rows: result.value.rows,
  };
}

function readCatalogue(): Catalogue {
  const file = new URL('../../data/catalogue.json', import.meta.url);
  const parsed = parseCatalogue(JSON.parse(readFileSync(file, 'utf8')));
  if (!parsed.ok) throw new Error(parsed.refusal.map(({ path, problem }) => `${path} ${problem}`).join('\n'));
  return parsed.value;
}

const [database = '', key = '', file = '', mode] = process.argv.slice(2);
process.stdout.write(JSON.stringify(await importOnce(database, key, file, mode === '--dry-run')));
