import { sql } from 'kysely';
import type { Flag } from './tables.ts';

// 32 766 is SQLite's limit of parameters to a statement, and within PostgreSQL's 65 535. Larger statements
// than some hundred rows are no faster.
const MAX_PARAMETERS = 32_000;
const MAX_ROWS = 500;

/** `items` in runs that fit into one statement with `columns` parameters each. */
export function* batches<T>(items: readonly T[], columns: number): Generator<T[]> {
  const size = Math.min(MAX_ROWS, Math.floor(MAX_PARAMETERS / columns));
  for (let start = 0; start < items.length; start += size) yield items.slice(start, start + size);
}

/** Behind every text that begins with `prefix`, and before any other that comes after it: UTF-8 compares byte by byte. */
export function pastPrefix(prefix: string): string {
  return `${prefix}\u{10FFFF}`;
}

/** A flag that is not set, written into the statement: a bound parameter keeps SQLite from using a partial index. */
export const NO = sql.lit<Flag>(0);

/** A text column that holds JSON of one type; without personal data, unlike a SealedColumn. */
export class JsonColumn<T> {
  write(value: T): string {
    return JSON.stringify(value);
  }

  /** `text` as `write` made it, hence of its type. */
  read(text: string): T {
    return JSON.parse(text) as T;
  }
}

/** Whether a statement that concerns at most one row did concern it. */
export function happened(result: { numUpdatedRows?: bigint; numInsertedOrUpdatedRows?: bigint | undefined }): boolean {
  return (result.numUpdatedRows ?? result.numInsertedOrUpdatedRows ?? 0n) > 0n;
}
