import type { Storage } from '../ports/storage.ts';
import type { AuditFlaw, AuditHead, AuditVerdict } from './audit.ts';

// Rows are only added, so the chain can be read in one short transaction after the other while the service goes on.
const ROWS_AT_ONCE = 1000;

const BEGINNING: AuditHead = { rows: 0, hash: null };

/** Reads the audit from its first row to what is its head now. */
export async function verifyAudit(storage: Storage, rowsAtOnce = ROWS_AT_ONCE): Promise<AuditVerdict> {
  const head = await storage.transact((tx) => tx.staff.audit.head());
  const read = await readUpTo(storage, head.rows, rowsAtOnce);
  if ('kind' in read) return read;
  if (read.rows < head.rows) return { kind: 'broken', sequence: read.rows + 1, because: 'cut-off' };
  if (!head.sound || read.hash !== head.hash) {
    return { kind: 'broken', sequence: read.rows + 1, because: 'head-altered' };
  }
  return { kind: 'whole', ...read };
}

/** Reads `rows` rows, or to the end of the chain when that comes before. */
async function readUpTo(storage: Storage, rows: number, rowsAtOnce: number): Promise<AuditHead | AuditFlaw> {
  let at = BEGINNING;
  while (at.rows < rows) {
    const from = at;
    const step = await storage.transact((tx) => tx.staff.audit.checkRows(from, Math.min(rowsAtOnce, rows - from.rows)));
    if ('kind' in step || step.rows === from.rows) return step;
    at = step;
  }
  return at;
}
