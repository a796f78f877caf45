import { Readable } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import { decodeText, type Encoding } from './decode-text.ts';
import type { FileRow } from '../file/file-row.ts';
import { UnreadableFile } from '../file/unreadable-file.ts';

const MAX_ROW_CHARACTERS = 64 * 1024;

/** The records of RFC 4180, one at a time; blank lines are passed over. Throws UnreadableFile. */
export async function* csvRows(bytes: Uint8Array, encoding: Encoding): AsyncGenerator<FileRow> {
  // Where each record begins that was parsed and not yet yielded, and the one that comes next: the parser's
  // errors tell where it gave up, which may be far below the quotation mark that is to blame.
  const starts: number[] = [];
  let next = 1;
  const parser = parse({
    relax_column_count: true,
    record_delimiter: '\n',
    max_record_size: MAX_ROW_CHARACTERS,
    on_record: (cells: string[], { lines }) => {
      starts.push(next);
      next = lines + 1;
      return cells;
    },
  });
  try {
    const records: AsyncIterable<string[]> = Readable.from(decodeText(bytes, encoding)).pipe(parser);
    for await (const cells of records) {
      const line = starts.shift() ?? next;
      if (cells.some((cell) => cell.trim() !== '')) yield { line, cells };
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw new UnreadableFile(
      { kind: error.code === 'CSV_MAX_RECORD_SIZE' ? 'row-too-long' : 'quotes', line: next },
      error,
    );
  }
}
