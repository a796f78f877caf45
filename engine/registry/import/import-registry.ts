import { createHash } from 'node:crypto';
import { newId } from '../../ids.ts';
import type { Random } from '../../ports/random.ts';
import type { Storage, Transaction } from '../../ports/storage.ts';
import { type Result, done, refused } from '../../result.ts';
import type { Instant, Zone } from '../../time/instant.ts';
import type { Catalogue } from '../catalogue.ts';
import { type FindQualification, qualificationFinder } from '../catalogue/find-qualification.ts';
import { applyImport } from './apply-import.ts';
import { type CheckedFile, checkFile, registryRows } from './check-file.ts';
import type { FileFault, RowFault } from './import-fault.ts';
import { type ImportSummary, countPlan } from './import-summary.ts';
import { type ImportPlan, type Known, planImport, type SettledHolders } from './plan-import.ts';
import type { RegistryRow } from './read-row.ts';

export interface ImportDeps {
  storage: Storage;
  catalogue: Catalogue;
  random: Random;
  zone: Zone;
  /** The characters of a text that no shipped face has. */
  missingCharacters(text: string): string[];
}

export interface ImportAsk {
  now: Instant;
  /** The file as it is: CSV in UTF-8 or GB18030. */
  bytes: Uint8Array;
  /** Only says what would be done. */
  dryRun: boolean;
  onProgress?(progress: ImportProgress): void;
}

/** `total` is an estimate from the number of lines until the file was read once. */
export interface ImportProgress {
  stage: 'checking' | 'comparing' | 'writing';
  rows: number;
  total: number;
}

export type ImportRefusal = { kind: 'file'; fault: FileFault } | { kind: 'rows'; faults: RowFault[] };

// Enough for a query to cost little per row, and next to nothing in memory.
const PIECE_ROWS = 500;
const PROGRESS_ROWS = 100;

/**
 * Imports a registry file: all of it or, when any row is bad, nothing. Certificates that the file
 * doesn't mention stay as they are. The file is read twice, so that no more than its bytes, the
 * keys of its rows and one piece of it are ever in memory: once to name every mistake in it, then
 * to compare it with the registry, in one transaction when it is to be written.
 */
export async function importRegistry(deps: ImportDeps, ask: ImportAsk): Promise<Result<ImportSummary, ImportRefusal>> {
  const find = qualificationFinder(deps.catalogue.qualifications);
  const lines = countLines(ask.bytes);
  const checked = await checkFile(ask.bytes, find, deps.missingCharacters, (rows) => {
    if (rows % PROGRESS_ROWS === 0) ask.onProgress?.({ stage: 'checking', rows, total: Math.max(rows, lines - 1) });
  });
  if (!checked.ok) return refused({ kind: 'file', fault: checked.refusal });
  const run = new ImportRun(deps, ask, checked.value, find);
  // With mistakes in the file the registry is compared all the same: better one list than two.
  const writes = !ask.dryRun && checked.value.faults.length === 0;
  return writes ? run.write() : run.compare();
}

/** Undoes the transaction of an import that turned out to have bad rows. */
class BadRows extends Error {
  override readonly name = 'BadRows';
}

/** The second reading of a file. */
class ImportRun {
  readonly #deps: ImportDeps;
  readonly #ask: ImportAsk;
  readonly #find: FindQualification;
  readonly #checked: CheckedFile;
  readonly #faults: RowFault[];
  readonly #settled: SettledHolders = new Map();
  readonly #summary: ImportSummary;

  constructor(deps: ImportDeps, ask: ImportAsk, checked: CheckedFile, find: FindQualification) {
    this.#deps = deps;
    this.#ask = ask;
    this.#find = find;
    this.#checked = checked;
    this.#faults = [...checked.faults];
    this.#summary = {
      dryRun: ask.dryRun,
      encoding: checked.encoding,
      rows: { total: 0, added: 0, changed: 0, withdrawn: 0, unchanged: 0 },
      holders: { added: 0, changed: 0 },
      samples: [],
      warnings: checked.warnings,
    };
  }

  /** Looks each piece up in a transaction of its own, so that the service isn't kept waiting. */
  async compare(): Promise<Result<ImportSummary, ImportRefusal>> {
    for await (const rows of this.#pieces('comparing')) {
      await this.#deps.storage.transact((tx) => this.#plan(tx, rows));
    }
    return this.#result();
  }

  async write(): Promise<Result<ImportSummary, ImportRefusal>> {
    try {
      await this.#deps.storage.transact((tx) => this.#writeAll(tx));
    } catch (error) {
      if (!(error instanceof BadRows)) throw error;
    }
    return this.#result();
  }

  async #writeAll(tx: Transaction): Promise<void> {
    for await (const rows of this.#pieces('writing')) {
      const plan = await this.#plan(tx, rows);
      if (this.#faults.length === 0) await applyImport(tx, this.#deps, { now: this.#ask.now, plan });
    }
    if (this.#faults.length > 0) throw new BadRows();
    await this.#record(tx);
  }

  async #plan(tx: Transaction, rows: readonly RegistryRow[]): Promise<ImportPlan> {
    const { catalogue, random } = this.#deps;
    const plan = planImport(rows, await lookUp(tx, rows), this.#settled, () => newId(random));
    this.#faults.push(...plan.faults);
    countPlan(this.#summary, plan, catalogue.qualifications);
    return plan;
  }

  /** An import that changed nothing leaves no trace. */
  async #record(tx: Transaction): Promise<void> {
    const { added, changed, withdrawn } = this.#summary.rows;
    if (added + changed + withdrawn === 0) return;
    const fileHash = createHash('sha256').update(this.#ask.bytes).digest('hex');
    await tx.imports.add({ id: newId(this.#deps.random), at: this.#ask.now, fileHash, added, changed, withdrawn });
  }

  #result(): Result<ImportSummary, ImportRefusal> {
    if (this.#faults.length === 0) return done(this.#summary);
    return refused({ kind: 'rows', faults: this.#faults.sort((one, other) => one.line - other.line) });
  }

  async *#pieces(stage: ImportProgress['stage']): AsyncGenerator<RegistryRow[]> {
    const total = this.#checked.rows;
    let piece: RegistryRow[] = [];
    let rows = 0;
    for await (const row of registryRows(this.#ask.bytes, this.#checked.encoding, this.#find)) {
      rows += 1;
      if (row.ok) piece.push(row.value);
      if (piece.length < PIECE_ROWS) continue;
      yield piece;
      piece = [];
      this.#ask.onProgress?.({ stage, rows, total });
    }
    if (piece.length > 0) yield piece;
    this.#ask.onProgress?.({ stage, rows, total });
  }
}

async function lookUp(tx: Transaction, rows: readonly RegistryRow[]): Promise<Known> {
  const documents = rows.map(({ person }) => ({ type: person.documentType, number: person.documentNumber }));
  const holders = await tx.holders.findByDocuments(documents);
  const numbers = rows.map(({ certificate }) => certificate.managementNumber);
  return { holders, certificates: await tx.certificates.findByManagementNumbers(numbers) };
}

function countLines(bytes: Uint8Array): number {
  let lines = 0;
  for (let at = bytes.indexOf(0x0a); at >= 0; at = bytes.indexOf(0x0a, at + 1)) lines += 1;
  return lines;
}
