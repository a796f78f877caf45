import type { Bilingual } from '../../ports/language.ts';
import type { Qualification } from '../catalogue.ts';
import { maskDocumentNumber, maskName } from '../mask.ts';
import type { Column } from './columns.ts';
import type { FileSource } from './file/file-table.ts';
import type { GlyphWarning } from './import-fault.ts';
import type { ImportPlan, RowPlan } from './plan-import.ts';

/** What became of a row: the most that it did. `moved`: its certificate went to the holder of a corrected document. */
export type RowAction = 'added' | 'changed' | 'moved' | 'withdrawn' | 'unchanged';

/** What an import did, or would do when it was a dry run. */
export interface ImportSummary {
  dryRun: boolean;
  /** Of everything that changes. The same file has the same one for as long as it would do the same. */
  fingerprint: string;
  source: FileSource;
  rows: Record<RowAction | 'total', number>;
  holders: { added: number; changed: number };
  /** The first few rows of each action; of those that move, as many as somebody would read. */
  samples: ImportSample[];
  warnings: { total: number; first: GlyphWarning[] };
}

/** One row for people to look at, with its personal data masked. */
export interface ImportSample {
  line: number;
  action: Exclude<RowAction, 'unchanged'>;
  name: string;
  documentNumber: string;
  qualification: Bilingual;
  level: string | null;
  /** What differs from the registry; empty for what is new. */
  columns: readonly Column[];
}

const SAMPLES_PER_ACTION = 5;
/** Each may be a mistyped number that gives a certificate to somebody else, so each is to be looked at. */
const MOVES_KEPT = 500;
const WARNINGS_KEPT = 20;

export function emptySummary(dryRun: boolean, source: FileSource): ImportSummary {
  return {
    dryRun,
    fingerprint: '',
    source,
    rows: { total: 0, added: 0, changed: 0, moved: 0, withdrawn: 0, unchanged: 0 },
    holders: { added: 0, changed: 0 },
    samples: [],
    warnings: { total: 0, first: [] },
  };
}

export function noteWarnings({ warnings }: ImportSummary, more: readonly GlyphWarning[]): void {
  warnings.total += more.length;
  warnings.first.push(...more.slice(0, WARNINGS_KEPT - warnings.first.length));
}

/** Adds one piece of a plan to the summary. */
export function countPlan(summary: ImportSummary, plan: ImportPlan, qualifications: readonly Qualification[]): void {
  summary.holders.added += plan.changes.holders.added.length;
  summary.holders.changed += plan.changes.holders.changed.length;
  for (const row of plan.rows) {
    const action = actionOf(row);
    summary.rows.total += 1;
    summary.rows[action] += 1;
    if (action === 'unchanged' || summary.rows[action] > (action === 'moved' ? MOVES_KEPT : SAMPLES_PER_ACTION))
      continue;
    const qualification = qualifications.find(({ code }) => code === row.row.certificate.qualification);
    if (qualification) summary.samples.push(sampleOf(row, action, qualification.name));
  }
}

function actionOf({ holder, certificate }: RowPlan): RowAction {
  return certificate === 'unchanged' && holder === 'changed' ? 'changed' : certificate;
}

function sampleOf({ row, columns }: RowPlan, action: ImportSample['action'], qualification: Bilingual): ImportSample {
  const { person, certificate, line } = row;
  return {
    line,
    action,
    name: maskName(person.name),
    documentNumber: maskDocumentNumber(person.documentNumber),
    qualification,
    level: certificate.level,
    columns,
  };
}
