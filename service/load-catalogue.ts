import { readFile } from 'node:fs/promises';
import type { Catalogue } from '../engine/registry/catalogue.ts';
import { parseCatalogue } from '../engine/registry/catalogue/parse-catalogue.ts';

/** The catalogue's file can't be used; `message` names every mistake. */
class CatalogueFileFault extends Error {
  override readonly name = 'CatalogueFileFault';
}

export async function loadCatalogue(file: string): Promise<Catalogue> {
  const parsed = parseCatalogue(await readJson(file));
  if (parsed.ok) return parsed.value;
  const mistakes = parsed.refusal.map(({ path, problem }) => `  ${path}: ${problem}`);
  throw new CatalogueFileFault([`The catalogue ${file} has mistakes:`, ...mistakes].join('\n'));
}

async function readJson(file: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(file, 'utf8'));
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new CatalogueFileFault(`The catalogue ${file} can't be read: ${reason}.`, { cause });
  }
}
