import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Clock } from '../../engine/ports/clock.ts';
import type { Language } from '../../engine/ports/language.ts';
import {
  type ImportAsk,
  type ImportDeps,
  type ImportProgress,
  type ImportRefusal,
  importRegistry,
} from '../../engine/registry/import/import-registry.ts';
import type { ImportSummary } from '../../engine/registry/import/import-summary.ts';
import { never } from '../../engine/result.ts';
import { noteAtCommandLine } from '../../engine/staff/command-line-deed.ts';
import {
  fileFaultText,
  glyphWarningText,
  importRefusedText,
  importSummaryText,
  moreText,
  rowFaultText,
  sampleText,
} from '../../locales/import-texts.ts';
import { type ExitCode, type Io, UsageFault } from '../command.ts';
import { progressBar } from '../progress-bar.ts';

export interface RegistryCommandDeps extends ImportDeps {
  clock: Clock;
  language: Language;
}

const STAGES: Record<ImportProgress['stage'], string> = {
  checking: 'checking',
  writing: 'writing ',
};

/** `registry import FILE [--dry-run]`; `argv` is what follows `registry`. Throws UsageFault. */
export async function registryCommand(argv: readonly string[], io: Io, deps: RegistryCommandDeps): Promise<ExitCode> {
  const { file, dryRun } = readArguments(argv);
  const bytes = await read(file, io);
  if (!bytes) return 1;
  const result = await runImport({ bytes, name: path.basename(file), dryRun }, io, deps);
  if (!result.ok) return refuse(result.refusal, io, deps.language);
  return report(result.value, io, deps.language);
}

async function runImport(ask: Pick<ImportAsk, 'bytes' | 'name' | 'dryRun'>, io: Io, deps: RegistryCommandDeps) {
  const bar = progressBar((text) => io.err(text), io.isTerminal);
  const onProgress = ({ stage, rows, total }: ImportProgress): void => bar.show(STAGES[stage], rows, total);
  try {
    const now = deps.clock.now();
    const onWrite: ImportAsk['onWrite'] = (tx, { rows }) =>
      noteAtCommandLine(tx, { now, capability: 'import', action: 'registry import', facts: { ...rows } });
    return await importRegistry(deps, { ...ask, now, onProgress, onWrite });
  } finally {
    bar.clear();
  }
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

async function read(file: string, io: Io): Promise<Uint8Array | undefined> {
  try {
    return await readFile(file);
  } catch (error) {
    io.err(`${file} can't be read: ${error instanceof Error ? error.message : String(error)}\n`);
    return undefined;
  }
}

function refuse(refusal: ImportRefusal, io: Io, language: Language): ExitCode {
  for (const line of refusalLines(refusal, language)) io.err(`${line}\n`);
  return 1;
}

function refusalLines(refusal: ImportRefusal, language: Language): string[] {
  switch (refusal.kind) {
    case 'file':
      return [fileFaultText(language, refusal.fault)];
    case 'rows':
      return [
        ...refusal.faults.map((fault) => rowFaultText(language, fault)),
        importRefusedText(language, refusal.faults.length),
      ];
    case 'not-as-expected':
      return [importSummaryText(language, refusal.summary)];
    default:
      return never(refusal);
  }
}

function report(summary: ImportSummary, io: Io, language: Language): ExitCode {
  const { warnings, samples, rows } = summary;
  const lines = (texts: string[], total: number): string[] =>
    total > texts.length ? [...texts, moreText(language, total - texts.length)] : texts;
  const warned = warnings.first.map((warning) => glyphWarningText(language, warning));
  for (const line of lines(warned, warnings.total)) io.err(`${line}\n`);
  if (summary.dryRun) {
    const shown = samples.map((sample) => sampleText(language, sample));
    for (const line of lines(shown, rows.total - rows.unchanged)) io.out(`${line}\n`);
  }
  io.out(`${importSummaryText(language, summary)}\n`);
  return 0;
}
