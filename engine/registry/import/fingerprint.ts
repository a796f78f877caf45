import { createHash } from 'node:crypto';
import type { RowPlan } from './plan-import.ts';

/** Digests what an import does, row by row, so that two of them can be told to do the same. */
export class Fingerprint {
  readonly #hash = createHash('sha256');

  add(rows: readonly RowPlan[]): void {
    for (const { row, holder, certificate, columns } of rows) {
      if (holder === 'unchanged' && certificate === 'unchanged') continue;
      this.#hash.update(`${row.line} ${holder} ${certificate} ${columns.join(' ')}\n`);
    }
  }

  /** 16 characters of a button's data. */
  digest(): string {
    return this.#hash.digest('base64url').slice(0, 16);
  }
}
