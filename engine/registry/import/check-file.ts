import { type Result, done, refused } from '../../result.ts';
import type { FindQualification } from '../catalogue/find-qualification.ts';
import { earlierRowsCheck } from './check-rows.ts';
import { type Header, readHeader } from './columns.ts';
import { CsvFault, csvRows } from './csv/csv-rows.ts';
import { type Encoding, detectEncoding } from './csv/decode-text.ts';
import { glyphCheck } from './glyph-check.ts';
import type { FileFault, GlyphWarning, RowFault } from './import-fault.ts';
import type { ImportSummary } from './import-summary.ts';
import { type RegistryRow, readRow } from './read-row.ts';

/** What can be said of a file without looking into the registry. */
export interface CheckedFile {
  encoding: Encoding;
  /** Rows after the header, good and bad. */
  rows: number;
  faults: RowFault[];
  warnings: ImportSummary['warnings'];
}

const WARNINGS_KEPT = 20;

/** Reads a file from end to end, naming every mistake; `onRow` is told how many rows were read. */
export async function checkFile(
  bytes: Uint8Array,
  find: FindQualification,
  missingCharacters: (text: string) => string[],
  onRow: (rows: number) => void,
): Promise<Result<CheckedFile, FileFault>> {
  const encoding = detectEncoding(bytes);
  if (!encoding.ok) return encoding;
  const checked: CheckedFile = { encoding: encoding.value, rows: 0, faults: [], warnings: { total: 0, first: [] } };
  const againstEarlier = earlierRowsCheck();
  const glyphs = glyphCheck(missingCharacters);
  try {
    for await (const row of registryRows(bytes, encoding.value, find)) {
      checked.rows += 1;
      onRow(checked.rows);
      if (!row.ok) {
        checked.faults.push(...row.refusal);
        continue;
      }
      checked.faults.push(...againstEarlier(row.value));
      note(checked.warnings, glyphs(row.value));
    }
  } catch (error) {
    if (error instanceof CsvFault) return refused(error.fault);
    throw error;
  }
  return checked.rows === 0 ? refused({ kind: 'empty' }) : done(checked);
}

/** The rows after the header. Throws CsvFault, also for a header that can't be used. */
export async function* registryRows(
  bytes: Uint8Array,
  encoding: Encoding,
  find: FindQualification,
): AsyncGenerator<Result<RegistryRow, RowFault[]>> {
  let header: Header | undefined;
  for await (const row of csvRows(bytes, encoding)) {
    if (header) {
      yield readRow(header, row, find);
      continue;
    }
    const read = readHeader(row.cells);
    if (!read.ok) throw new CsvFault(read.refusal);
    header = read.value;
  }
}

function note(warnings: ImportSummary['warnings'], more: readonly GlyphWarning[]): void {
  warnings.total += more.length;
  warnings.first.push(...more.slice(0, WARNINGS_KEPT - warnings.first.length));
}
