import { type Result, done } from '../../../result.ts';
import { csvRows } from '../csv/csv-rows.ts';
import { type Encoding, detectEncoding } from '../csv/decode-text.ts';
import { fileKind } from './file-kind.ts';
import type { FileRow } from './file-row.ts';
import type { FileFault } from '../import-fault.ts';
import { UnreadableFile } from './unreadable-file.ts';
import { sheetRows } from '../xlsx/sheet-rows.ts';
import { openWorkbook } from '../xlsx/workbook.ts';

/** What a registry file was read as. */
export type FileSource = { kind: 'csv'; encoding: Encoding } | { kind: 'xlsx'; sheet: string };

/** A registry file, opened: its rows, the header first, and how many there may be. */
export interface FileTable {
  source: FileSource;
  /** To be read once. Throws UnreadableFile. */
  rows: AsyncIterable<FileRow>;
  /** An estimate; 0 while there is none. */
  extent(): number;
}

/** Opens CSV or a workbook by what it is, not by what it is called; one called what it isn't is refused. */
export async function openTable(bytes: Uint8Array, name?: string): Promise<Result<FileTable, FileFault>> {
  const kind = fileKind(bytes, name);
  if (!kind.ok) return kind;
  if (kind.value === 'xlsx') return openSheet(bytes);
  const encoding = detectEncoding(bytes);
  if (!encoding.ok) return encoding;
  const lines = countLines(bytes);
  return done({
    source: { kind: 'csv', encoding: encoding.value },
    rows: csvRows(bytes, encoding.value),
    extent: () => lines,
  });
}

async function openSheet(bytes: Uint8Array): Promise<Result<FileTable, FileFault>> {
  try {
    const workbook = await openWorkbook(bytes);
    let extent = 0;
    const rows = sheetRows(workbook, (told) => (extent = told));
    return done({ source: { kind: 'xlsx', sheet: workbook.sheet.name }, rows, extent: () => extent });
  } catch (error) {
    if (error instanceof UnreadableFile) return { ok: false, refusal: error.fault };
    throw error;
  }
}

function countLines(bytes: Uint8Array): number {
  let lines = 0;
  for (let at = bytes.indexOf(0x0a); at >= 0; at = bytes.indexOf(0x0a, at + 1)) lines += 1;
  return lines;
}
