import { type Result, done, refused } from '../../result.ts';
import { normalizeText } from '../normalize.ts';
import type { FileFault } from './import-fault.ts';

/** The columns of a registry file by their English names, with the Chinese ones. */
export const COLUMNS = {
  name: '姓名',
  gender: '性别',
  birth_month: '出生年月',
  document_type: '证件类型',
  document_number: '证件号码',
  phone: '手机号',
  qualification: '资格名称',
  level: '级别',
  speciality: '专业',
  management_number: '管理号',
  approved_on: '批准日期',
  issued_on: '签发日期',
  issuer: '发证机关',
  status: '状态',
} as const;

export type Column = keyof typeof COLUMNS;

const COLUMN_NAMES = Object.keys(COLUMNS) as Column[];

/** Where each column is in a file, counted from 0. */
export interface Header {
  positions: Record<Column, number>;
  width: number;
}

const BY_KEY = new Map(
  COLUMN_NAMES.flatMap((column) => [[key(column), column] as const, [key(COLUMNS[column]), column] as const]),
);

/**
 * Reads the first row, in any order and in either language. Every column must be there, if only
 * with empty cells: one left out by mistake would empty what the registry knows.
 */
export function readHeader(cells: readonly string[]): Result<Header, FileFault> {
  const names = cells.map(normalizeText);
  const found = names.map((name) => BY_KEY.get(key(name)));
  const unknown = names.filter((_, index) => found[index] === undefined);
  const missing = COLUMN_NAMES.filter((column) => !found.includes(column));
  const duplicated = COLUMN_NAMES.filter((column) => found.indexOf(column) !== found.lastIndexOf(column));
  if (unknown.length + missing.length + duplicated.length > 0) {
    return refused({ kind: 'columns', unknown, missing, duplicated });
  }
  const positions = Object.fromEntries(COLUMN_NAMES.map((column) => [column, found.indexOf(column)]));
  return done({ positions: positions as Record<Column, number>, width: cells.length });
}

function key(name: string): string {
  return name.toLowerCase().replaceAll(/[\s_-]/gu, '');
}
