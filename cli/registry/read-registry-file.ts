import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { ImportAsk } from '../../engine/registry/import/import-registry.ts';
import { UsageFault } from '../command.ts';
import { fromWhereCalled } from '../project.ts';

/** What `registry import` was called with. */
export type RegistryFile = Pick<ImportAsk, 'bytes' | 'name' | 'dryRun'>;

/** `argv` is what follows `registry`. Throws UsageFault, before a database is made for a command that was mistyped. */
export async function readRegistryFile(argv: readonly string[]): Promise<RegistryFile> {
  const { file, dryRun } = readArguments(argv);
  const bytes = await readFile(fromWhereCalled(file)).catch((error: unknown) => {
    throw new UsageFault(`${file} can't be read: ${error instanceof Error ? error.message : String(error)}`);
  });
  return { bytes, name: path.basename(file), dryRun };
}

function readArguments(argv: readonly string[]): { file: string; dryRun: boolean } {
  const [verb, ...rest] = argv;
  if (verb !== 'import') throw new UsageFault('registry knows one thing to do: import');
  const files = rest.filter((argument) => !argument.startsWith('--'));
  const unknown = rest.filter((argument) => argument.startsWith('--') && argument !== '--dry-run');
  const [file] = files;
  if (unknown.length > 0) throw new UsageFault(`registry import does not know ${unknown.join(', ')}`);
  if (file === undefined || files.length > 1) throw new UsageFault('registry import needs one file');
  return { file, dryRun: rest.includes('--dry-run') };
}
