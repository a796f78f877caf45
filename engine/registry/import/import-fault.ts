import type { DocumentNumberFault } from '../document-number.ts';
import type { Column } from './columns.ts';
import type { FileKind } from './file/file-kind.ts';

/** Why a file can't be read as a registry file at all. */
export type FileFault =
  | { kind: 'empty' }
  /** Neither CSV in UTF-8 or GB18030 nor a workbook of today's format (.xlsx). */
  | { kind: 'not-a-table'; found: NotATable }
  /** The name says one thing and the content another. */
  | { kind: 'misnamed'; named: FileKind; found: FileKind }
  | { kind: 'macros' }
  /** Links to other workbooks, or connections to databases. */
  | { kind: 'external-data' }
  /** Larger than any registry file, or built to seem small. */
  | { kind: 'too-large' }
  | { kind: 'damaged' }
  /** The XML of a workbook declares a document type, which no spreadsheet writes. */
  | { kind: 'declarations' }
  /** No worksheet, or all hidden. */
  | { kind: 'no-sheet' }
  | { kind: 'columns'; unknown: string[]; missing: Column[]; duplicated: Column[] }
  | { kind: 'quotes'; line: number }
  | { kind: 'row-too-long'; line: number };

/** What was sent instead. `encrypted`: a workbook with a password; `old-workbook`: .xls, .xlsb and the like. */
export type NotATable = 'old-workbook' | 'encrypted' | 'archive' | 'pdf' | 'picture' | 'utf-16' | 'other-encoding';

/** A row that can't be imported. Quotes no personal data, only what `column` may show to anybody. */
export type RowFault = { line: number; column: Column | null } & RowReason;

export type RowReason =
  | { kind: 'cell-count'; expected: number; found: number }
  | { kind: 'empty-cell' }
  | { kind: 'too-long'; max: number }
  /** A spreadsheet turned a number or a day into one of its own, and digits are lost. */
  | { kind: 'spreadsheet-number' }
  /** What it comes to changes with other cells, so nobody answers for it. */
  | { kind: 'formula' }
  /** Such as #N/A. */
  | { kind: 'cell-error'; value: string }
  /** Of a worksheet: what is imported is to be what people see. */
  | { kind: 'hidden-row' }
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
