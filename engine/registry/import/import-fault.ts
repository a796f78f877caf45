import type { DocumentNumberFault } from '../document-number.ts';
import type { Column } from './columns.ts';

/** Why a file can't be read as a registry file at all. */
export type FileFault =
  | { kind: 'empty' }
  /** An Excel workbook or another archive, UTF-16, or neither UTF-8 nor GB18030. */
  | { kind: 'not-csv'; found: 'workbook' | 'utf-16' | 'other-encoding' }
  | { kind: 'columns'; unknown: string[]; missing: Column[]; duplicated: Column[] }
  | { kind: 'quotes'; line: number }
  | { kind: 'row-too-long'; line: number };

/** A row that can't be imported. Quotes no personal data, only what `column` may show to anybody. */
export type RowFault = { line: number; column: Column | null } & RowReason;

export type RowReason =
  | { kind: 'cell-count'; expected: number; found: number }
  | { kind: 'empty-cell' }
  | { kind: 'too-long'; max: number }
  /** A spreadsheet turned a number or a day into one of its own, and digits are lost. */
  | { kind: 'spreadsheet-number' }
  | { kind: 'not-a-name' }
  | { kind: 'document-number'; fault: DocumentNumberFault }
  | { kind: 'not-a-phone' }
  | { kind: 'not-a-date'; value: string }
  | { kind: 'not-a-month'; value: string }
  | { kind: 'unknown-value'; value: string; known: readonly string[] }
  | { kind: 'unknown-qualification'; value: string }
  /** `level` is null where a level is missing; `levels` is empty where there are none. */
  | { kind: 'unknown-level'; level: string | null; levels: readonly string[] }
  /** Gender or birth month is not what the identity number says. */
  | { kind: 'differs-from-document' }
  | { kind: 'duplicate-management-number'; firstLine: number }
  /** Two rows of one identity document tell different things about the person. */
  | { kind: 'differs-from-row'; firstLine: number }
  /** The registry has this management number under another identity document. */
  | { kind: 'certificate-of-another-holder' };

/** Characters of a row that no face has, so that a copy can't be made until one does. */
export interface GlyphWarning {
  line: number;
  column: Column;
  characters: readonly string[];
}
