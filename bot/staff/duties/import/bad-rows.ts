import type { Language } from '../../../../engine/ports/language.ts';
import { openTable } from '../../../../engine/registry/import/file/file-table.ts';
import type { RowFault } from '../../../../engine/registry/import/import-fault.ts';
import { rowMistakesText } from '../../../../locales/import-texts.ts';
import { plain } from '../../../telegram/text/locale.ts';
import { excelCsv } from '../../excel-csv.ts';

/** Whoever has more mends the source, not the rows. */
const MOST_ROWS = 5000;
/** So many cells are kept behind the last column; a small workbook can have rows of sixteen thousand. */
const CELLS_BEYOND = 5;

/** The bad rows of a file with what is wrong with each, as CSV: to be read beside the file, which is corrected itself and sent again whole. */
export async function badRowsCsv(
  language: Language,
  { bytes, faults }: { bytes: Uint8Array; faults: readonly RowFault[] },
): Promise<Uint8Array> {
  const byLine = Map.groupBy(faults, ({ line }) => line);
  const wanted = new Set([...byLine.keys()].slice(0, MOST_ROWS));
  const table = await openTable(bytes);
  if (!table.ok) throw new TypeError(`a file with rows can't be read again: ${table.refusal.kind}`);
  const rows: string[][] = [];
  let width = 0;
  for await (const { line, cells } of table.value.rows) {
    if (rows.length === 0) {
      width = cells.length + CELLS_BEYOND;
      rows.push([plain(language, 'staff-import-column-line'), plain(language, 'staff-import-column-wrong'), ...cells]);
    }
    if (wanted.has(line))
      rows.push([String(line), rowMistakesText(language, byLine.get(line) ?? []), ...cells.slice(0, width)]);
    if (rows.length > wanted.size) break;
  }
  return excelCsv(rows);
}
