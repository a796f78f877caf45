import { createHash } from 'node:crypto';
import { newId } from '../../ids.ts';
import type { Random } from '../../ports/random.ts';
import type { Storage, Transaction } from '../../ports/storage.ts';
import { type Result, done, refused } from '../../result.ts';
import type { Instant, Zone } from '../../time/instant.ts';
import type { Catalogue } from '../catalogue.ts';
import { applyImport } from './apply-import.ts';
import { type Comparison, compareFile } from './compare-file.ts';
import type { FileFault, RowFault } from './import-fault.ts';
import type { ImportSummary } from './import-summary.ts';
import { unpackChanges } from './packed-changes.ts';

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
  /** The file as it is: CSV in UTF-8 or GB18030, or a workbook (.xlsx). */
  bytes: Uint8Array;
  /** What it is called, if that is known. */
  name?: string;
  /** Only says what would be done. */
  dryRun: boolean;
  /** The fingerprint of a dry run, when nothing but what that foretold is to be done. */
  expected?: string;
  /** Done in the transaction that writes, if any does. */
  onWrite?(tx: Transaction, summary: ImportSummary): Promise<void>;
  onProgress?(progress: ImportProgress): void;
}

/** `total` is an estimate from the number of lines until the file was read. */
export interface ImportProgress {
  stage: 'checking' | 'writing';
  rows: number;
  total: number;
}

export type ImportRefusal =
  | { kind: 'file'; fault: FileFault }
  | { kind: 'rows'; faults: RowFault[] }
  /** The registry has changed since the dry run, so that the file would do something else. */
  | { kind: 'not-as-expected'; summary: ImportSummary };

/**
 * Imports a registry file: all of it or, when any row is bad, nothing. Certificates that the file doesn't mention
 * stay as they are. The file is read and compared with the registry first; then what differs is written in one
 * transaction, which is as short as that allows because everybody else waits for it.
 */
export async function importRegistry(deps: ImportDeps, ask: ImportAsk): Promise<Result<ImportSummary, ImportRefusal>> {
  for (;;) {
    const importsBefore = await deps.storage.transact((tx) => tx.imports.count());
    const compared = await compareFile(deps, ask);
    if (!compared.ok) return refused({ kind: 'file', fault: compared.refusal });
    const { summary, faults, pieces } = compared.value;
    if (faults.length > 0) return refused({ kind: 'rows', faults: faults.sort((one, other) => one.line - other.line) });
    if (ask.expected !== undefined && ask.expected !== summary.fingerprint) {
      return refused({ kind: 'not-as-expected', summary: { ...summary, dryRun: true } });
    }
    if (pieces.length === 0) return done(summary);
    const written = await deps.storage.transact((tx) => write(tx, deps, ask, compared.value, importsBefore));
    if (written) return done(summary);
  }
}

/** False, and nothing is written, when another import has changed the registry since it was compared. */
async function write(
  tx: Transaction,
  deps: ImportDeps,
  ask: ImportAsk,
  { summary, pieces }: Comparison,
  importsBefore: number,
): Promise<boolean> {
  if ((await tx.imports.count()) !== importsBefore) return false;
  const total = pieces.at(-1)?.rows ?? 0;
  for (const { rows, changes } of pieces) {
    await applyImport(tx, deps, { now: ask.now, changes: unpackChanges(changes) });
    ask.onProgress?.({ stage: 'writing', rows, total });
  }
  const { added, changed, moved, withdrawn } = summary.rows;
  const fileHash = createHash('sha256').update(ask.bytes).digest('hex');
  const id = newId(deps.random);
  await tx.imports.add({ id, at: ask.now, fileHash, added, changed: changed + moved, withdrawn });
  await ask.onWrite?.(tx, summary);
  return true;
}
