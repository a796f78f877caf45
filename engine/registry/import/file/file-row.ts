/** One record of a registry file. */
export interface FileRow {
  /** Counted from 1: the line of a CSV file on which it begins, or the row of a worksheet. */
  line: number;
  cells: string[];
  /** What a worksheet says of some of its cells besides their text, by their index. */
  marks?: ReadonlyMap<number, CellMark>;
  /** A filter or a person hides it in the worksheet. */
  hidden?: boolean;
}

export type CellMark =
  /** Its text is what the formula came to when the file was last saved. */
  | { kind: 'formula' }
  | { kind: 'cell-error'; value: string }
  /** A number that may have lost digits: a spreadsheet keeps fifteen, and makes 1990.10 1990.1. */
  | { kind: 'inexact' }
  /** It shows a day; the text is `YYYY-MM-DD`, with a time when it has one. */
  | { kind: 'date' };
