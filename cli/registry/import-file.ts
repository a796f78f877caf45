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
import type { ExitCode, Io } from '../command.ts';
import { progressBar } from '../progress-bar.ts';
import type { RegistryFile } from './read-registry-file.ts';

export interface ImportFileDeps extends ImportDeps {
  clock: Clock;
  language: Language;
}

const STAGES: Record<ImportProgress['stage'], string> = {
  checking: 'checking',
  writing: 'writing ',
};

/** Imports a registry file, or says what is wrong with it, row by row. */
export async function importFile(file: RegistryFile, io: Io, deps: ImportFileDeps): Promise<ExitCode> {
  const result = await runImport(file, io, deps);
  if (!result.ok) return refuse(result.refusal, io, deps.language);
  return report(result.value, io, deps.language);
}

async function runImport(file: RegistryFile, io: Io, deps: ImportFileDeps) {
  const bar = progressBar((text) => io.err(text), io.isTerminal);
  const onProgress = ({ stage, rows, total }: ImportProgress): void => bar.show(STAGES[stage], rows, total);
  try {
    const now = deps.clock.now();
    const onWrite: ImportAsk['onWrite'] = (tx, { rows }) =>
      noteAtCommandLine(tx, { now, capability: 'import', action: 'registry import', facts: { ...rows } });
    return await importRegistry(deps, { ...file, now, onProgress, onWrite });
  } finally {
    bar.clear();
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
