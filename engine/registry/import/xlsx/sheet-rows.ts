import type { CellMark, FileRow } from '../file/file-row.ts';
import { UnreadableFile } from '../file/unreadable-file.ts';
import { cellValue, type RawCell } from './cell-value.ts';
import { feedXml, type XmlHandler } from './package/read-xml.ts';
import { RichText } from './rich-text.ts';
import { isTrue, type Workbook } from './workbook.ts';

// A spreadsheet's own limits.
const MOST_ROWS = 2 ** 20;
const MOST_COLUMNS = 2 ** 14;
// A row that is wider than the first is refused; filled up to its last cell, a small file of such rows takes gigabytes.
const MOST_BEYOND = 16;
// A hundred thousand rows have some 80 MB, twice that when every text is in its cell.
const SHEET_LIMIT = 640 * 2 ** 20;
const REFERENCE = /^([A-Z]{1,3})(\d{1,7})$/;

/** The rows of the sheet that aren't empty; `onExtent` is told how many rows the sheet says it has. Throws UnreadableFile. */
export async function* sheetRows(workbook: Workbook, onExtent?: (rows: number) => void): AsyncGenerator<FileRow> {
  const sheet = new SheetReader(workbook, onExtent);
  for await (const _ of feedXml(workbook.archive.read(workbook.sheet.part, SHEET_LIMIT), sheet)) yield* sheet.take();
  yield* sheet.take();
}

class SheetReader implements Required<XmlHandler> {
  readonly #workbook: Workbook;
  readonly #onExtent: ((rows: number) => void) | undefined;
  readonly #inline = new RichText();
  #rows: FileRow[] = [];
  #row: { line: number; hidden: boolean; cells: string[]; marks: Map<number, CellMark> } | undefined;
  #cell: (RawCell & { column: number }) | undefined;
  #text: 'value' | 'formula' | undefined;
  #line = 0;
  #column = -1;
  /** How many columns the first row has. */
  #width: number | undefined;

  constructor(workbook: Workbook, onExtent?: (rows: number) => void) {
    this.#workbook = workbook;
    this.#onExtent = onExtent;
  }

  take(): FileRow[] {
    const rows = this.#rows;
    this.#rows = [];
    return rows;
  }

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    if (name === 'c') this.#openCell(attributes);
    else if (name === 'v') this.#text = 'value';
    else if (name === 'row') this.#openRow(attributes);
    else if (name === 'f' && this.#cell) this.#openFormula(this.#cell);
    else if (name === 'dimension') this.#extent(attributes['ref'] ?? '');
    else this.#inline.open(name);
  }

  text(text: string): void {
    if (!this.#cell) return;
    if (this.#text === 'value') this.#cell.value += text;
    else if (this.#text === 'formula') this.#cell.formula += text;
    else this.#inline.text(text);
  }

  close(name: string): void {
    if (name === 'v' || name === 'f') this.#text = undefined;
    else if (name === 'c') this.#closeCell();
    else if (name === 'row') this.#closeRow();
    else this.#inline.close(name);
  }

  #openRow({ r, hidden }: Readonly<Record<string, string>>): void {
    const line = r === undefined ? this.#line + 1 : Number(r);
    if (!(Number.isInteger(line) && line > this.#line)) throw new UnreadableFile({ kind: 'damaged' });
    if (line > MOST_ROWS) throw new UnreadableFile({ kind: 'too-large' });
    this.#line = line;
    this.#column = -1;
    this.#row = { line, hidden: isTrue(hidden), cells: [], marks: new Map() };
  }

  #openCell({ r, t = 'n', s = '0' }: Readonly<Record<string, string>>): void {
    const column = r === undefined ? this.#column + 1 : columnOf(r);
    if (!this.#row || !(column > this.#column && column < MOST_COLUMNS)) throw new UnreadableFile({ kind: 'damaged' });
    this.#column = column;
    this.#cell = { column, type: t, style: Number(s), value: '', formula: null };
  }

  #openFormula(cell: RawCell): void {
    cell.formula = '';
    this.#text = 'formula';
  }

  #closeCell(): void {
    if (!this.#cell || !this.#row) return;
    const inline = this.#inline.take();
    const cell = this.#cell.type === 'inlineStr' ? { ...this.#cell, value: inline } : this.#cell;
    const { text, mark } = cellValue(cell, this.#workbook);
    const column = Math.min(cell.column, (this.#width ?? MOST_COLUMNS) + MOST_BEYOND);
    if ((text !== '' || mark) && column >= this.#row.cells.length) {
      while (this.#row.cells.length < column) this.#row.cells.push('');
      this.#row.cells.push(text);
      if (mark) this.#row.marks.set(column, mark);
    }
    this.#cell = undefined;
  }

  #closeRow(): void {
    if (!this.#row) return;
    const { cells, marks, hidden, line } = this.#row;
    this.#row = undefined;
    while (cells.at(-1)?.trim() === '' && !marks.has(cells.length - 1)) cells.pop();
    if (cells.length === 0) return;
    this.#width ??= cells.length;
    while (cells.length < this.#width) cells.push('');
    this.#rows.push({ line, cells, ...(marks.size > 0 ? { marks } : {}), ...(hidden ? { hidden } : {}) });
  }

  #extent(reference: string): void {
    const last = REFERENCE.exec(reference.split(':')[1] ?? '')?.[2];
    if (last !== undefined) this.#onExtent?.(Math.min(Number(last), MOST_ROWS));
  }
}

/** Counted from 0; A is 0. NaN for what is no reference. */
function columnOf(reference: string): number {
  const letters = REFERENCE.exec(reference)?.[1];
  if (letters === undefined) return Number.NaN;
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}
