import { newId } from '../../ids.ts';
import type { Transaction } from '../../ports/storage.ts';
import { type Result, done, refused } from '../../result.ts';
import { type FindQualification, qualificationFinder } from '../catalogue/find-qualification.ts';
import { earlierRowsCheck } from './check-rows.ts';
import { type Header, readHeader } from './columns.ts';
import { type FileTable, openTable } from './file/file-table.ts';
import { UnreadableFile } from './file/unreadable-file.ts';
import { Fingerprint } from './fingerprint.ts';
import { glyphCheck } from './glyph-check.ts';
import type { FileFault, RowFault } from './import-fault.ts';
import type { ImportAsk, ImportDeps } from './import-registry.ts';
import { type ImportSummary, countPlan, emptySummary, noteWarnings } from './import-summary.ts';
import { packChanges, type PackedChanges } from './packed-changes.ts';
import { hasChanges, type Known, planImport, type SettledHolders } from './plan-import.ts';
import { type RegistryRow, readRow } from './read-row.ts';

/** A file compared with the registry. */
export interface Comparison {
  summary: ImportSummary;
  faults: RowFault[];
  /** What is to be written, in this order; `rows` is how far into the file each piece reaches. */
  pieces: { rows: number; changes: PackedChanges }[];
}

// Enough for a query to cost little per row, and little enough for the service's transactions in between.
const PIECE_ROWS = 500;
const PROGRESS_ROWS = 100;

/**
 * Reads a file from end to end, naming every mistake, and compares it with the registry, each piece of it in a
 * transaction of its own, so that the service isn't kept waiting. Writes nothing, and keeps what is to be
 * written only where it will be: not for a dry run, and not of a file with mistakes.
 */
export async function compareFile(deps: ImportDeps, ask: ImportAsk): Promise<Result<Comparison, FileFault>> {
  const table = await openTable(ask.bytes, ask.name);
  if (!table.ok) return table;
  const reading = new FileReading(deps, ask, table.value);
  try {
    const rows = await reading.readAll();
    return rows === 0 ? refused({ kind: 'empty' }) : done(reading.comparison);
  } catch (error) {
    if (error instanceof UnreadableFile) return refused(error.fault);
    throw error;
  }
}

class FileReading {
  readonly comparison: Comparison;
  readonly #deps: ImportDeps;
  readonly #ask: ImportAsk;
  readonly #table: FileTable;
  readonly #settled: SettledHolders = new Map();
  readonly #fingerprint = new Fingerprint();
  #piece: RegistryRow[] = [];
  #rows = 0;

  constructor(deps: ImportDeps, ask: ImportAsk, table: FileTable) {
    this.#deps = deps;
    this.#ask = ask;
    this.#table = table;
    this.comparison = { summary: emptySummary(ask.dryRun, table.source), faults: [], pieces: [] };
  }

  /** Answers how many rows there are after the header, good and bad. Throws UnreadableFile. */
  async readAll(): Promise<number> {
    const { summary, faults } = this.comparison;
    const { catalogue, missingCharacters } = this.#deps;
    const againstEarlier = earlierRowsCheck();
    const glyphs = glyphCheck(missingCharacters);
    const find = qualificationFinder(catalogue.qualifications);
    for await (const row of registryRows(this.#table, find)) {
      this.#rows += 1;
      if (this.#rows % PROGRESS_ROWS === 0) this.#tell(Math.max(this.#rows, this.#table.extent() - 1));
      if (!row.ok) {
        faults.push(...row.refusal);
        continue;
      }
      faults.push(...againstEarlier(row.value));
      noteWarnings(summary, glyphs(row.value));
      this.#piece.push(row.value);
      if (this.#piece.length === PIECE_ROWS) await this.#compare();
    }
    if (this.#piece.length > 0) await this.#compare();
    summary.fingerprint = this.#fingerprint.digest();
    this.#tell(this.#rows);
    return this.#rows;
  }

  // With mistakes in the file the registry is compared all the same: better one list than two.
  async #compare(): Promise<void> {
    const { summary, faults, pieces } = this.comparison;
    const { storage, catalogue, random } = this.#deps;
    const known = await storage.transact((tx) => lookUp(tx, this.#piece));
    const plan = planImport(this.#piece, known, this.#settled, () => newId(random));
    countPlan(summary, plan, catalogue.qualifications);
    this.#fingerprint.add(plan.rows);
    faults.push(...plan.faults);
    if (faults.length > 0) pieces.length = 0;
    else if (!this.#ask.dryRun && hasChanges(plan.changes)) {
      pieces.push({ rows: this.#rows, changes: packChanges(plan.changes) });
    }
    this.#piece = [];
  }

  #tell(total: number): void {
    this.#ask.onProgress?.({ stage: 'checking', rows: this.#rows, total });
  }
}

/** The rows after the header. Throws UnreadableFile, also for a header that can't be used. */
async function* registryRows(
  table: FileTable,
  find: FindQualification,
): AsyncGenerator<Result<RegistryRow, RowFault[]>> {
  let header: Header | undefined;
  for await (const row of table.rows) {
    if (header) {
      yield readRow(header, row, find);
      continue;
    }
    const read = readHeader(row.cells);
    if (!read.ok) throw new UnreadableFile(read.refusal);
    header = read.value;
  }
}

async function lookUp(tx: Transaction, rows: readonly RegistryRow[]): Promise<Known> {
  const documents = rows.map(({ person }) => ({ type: person.documentType, number: person.documentNumber }));
  const holders = await tx.holders.findByDocuments(documents);
  const numbers = rows.map(({ certificate }) => certificate.managementNumber);
  const certificates = await tx.certificates.findByManagementNumbers(numbers);
  const found = new Set(holders.map(({ id }) => id));
  const others = new Set(certificates.map(({ holderId }) => holderId).filter((id) => !found.has(id)));
  return { holders: [...holders, ...(await tx.holders.getMany([...others]))], certificates };
}
