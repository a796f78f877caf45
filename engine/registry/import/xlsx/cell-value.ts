import type { CellMark } from '../file/file-row.ts';
import { unescaped } from './rich-text.ts';
import { serialDate } from './serial-date.ts';
import type { Workbook } from './workbook.ts';

/** A cell as the part of the sheet has it (ECMA-376 part 1, 18.3.1.4). */
export interface RawCell {
  /** `t`; a number when left out. */
  type: string;
  /** `s`. */
  style: number;
  /** The text of `v`, or of `is` for an inline string. */
  value: string;
  formula: string | null;
}

export interface CellValue {
  text: string;
  mark?: CellMark;
}

// ="110105…" in a cell protects a long number from the spreadsheet, and can come to nothing else.
const CONSTANT = /^"((?:[^"]|"")*)"$/;
// A spreadsheet keeps fifteen digits.
const EXACT = 1e15;

/** What a cell shows, with every digit, or with a mark that says why it can't be taken. */
export function cellValue(cell: RawCell, workbook: Pick<Workbook, 'texts' | 'styles' | 'dateSystem'>): CellValue {
  const constant = cell.formula === null ? undefined : CONSTANT.exec(cell.formula)?.[1];
  if (constant !== undefined) return { text: constant.replaceAll('""', '"') };
  const value = valueOf(cell, workbook);
  return cell.formula === null ? value : { text: value.text, mark: { kind: 'formula' } };
}

function valueOf(cell: RawCell, workbook: Pick<Workbook, 'texts' | 'styles' | 'dateSystem'>): CellValue {
  const { type, value } = cell;
  switch (type) {
    case 's':
      return sharedText(workbook.texts.at(Number(value === '' ? -1 : value)), value);
    case 'inlineStr':
      return { text: detached(value) };
    case 'str':
      return { text: detached(unescaped(value)) };
    case 'b':
      return { text: value === '1' ? 'TRUE' : 'FALSE' };
    case 'e':
      return { text: value, mark: { kind: 'cell-error', value: value.slice(0, 20) } };
    case 'd':
      return { text: isoDay(value), mark: { kind: 'date' } };
    default:
      return numberValue(cell, workbook);
  }
}

function sharedText(text: string | undefined, index: string): CellValue {
  if (text !== undefined) return { text };
  // It names a text that the workbook doesn't have.
  return index === '' ? { text: '' } : { text: '', mark: { kind: 'cell-error', value: '#REF!' } };
}

function numberValue(
  { value, style }: RawCell,
  { styles, dateSystem }: Pick<Workbook, 'styles' | 'dateSystem'>,
): CellValue {
  const number = Number(value);
  if (value.trim() === '' || Number.isNaN(number)) return { text: value.trim() };
  const shown = styles.shown(style);
  if (shown === 'date') {
    const date = serialDate(number, dateSystem);
    if (date !== undefined) return { text: date, mark: { kind: 'date' } };
  }
  if (!Number.isInteger(number) || Math.abs(number) >= EXACT) return { text: value.trim(), mark: { kind: 'inexact' } };
  return {
    text: typeof shown === 'object' && number >= 0 ? String(number).padStart(shown.digits, '0') : String(number),
  };
}

// Strict workbooks may hold days as ISO 8601 (18.17.4); a spreadsheet's have no zone.
function isoDay(value: string): string {
  return value
    .trim()
    .replace('T', ' ')
    .replace(/Z$/, '')
    .replace(/ 00:00(?::00(?:\.0+)?)?$/, '');
}

/** A text of its own: one cut from a chunk keeps all of the chunk in memory for as long as it is there. */
function detached(text: string): string {
  return text.length < 13 ? text : Buffer.from(text).toString();
}
