import { enqueueForStaff } from '../../outbox/enqueue-for-staff.ts';
import type { StaffTask } from '../../ports/stores/staff-stores.ts';
import type { Transaction } from '../../ports/storage.ts';
import { type ImportDeps, importRegistry } from '../../registry/import/import-registry.ts';
import type { ImportSummary } from '../../registry/import/import-summary.ts';
import { done, refused, type Result } from '../../result.ts';
import type { Instant } from '../../time/instant.ts';
import { type CheckAsk, type CheckRefusal, holdOrDrop } from './check-import.ts';
import { dropImport, heldImport, type HeldImport } from './held-import.ts';

export type WriteRefusal =
  | CheckRefusal
  /** The registry has changed since, and the file would do something else: `held` is the new dry run. */
  | { kind: 'changed-meanwhile'; held: HeldImport };

/**
 * Writes an import that was confirmed, and nothing but what its dry run had said. News of it, the audit row and the
 * removal of the file go into the same transaction, so that a task begun again after a kill finds it done.
 */
export async function writeImport(
  deps: ImportDeps,
  task: Pick<StaffTask, 'payload'>,
  { now, onProgress }: CheckAsk,
): Promise<Result<'written', WriteRefusal>> {
  const { storage } = deps;
  const id = String(task.payload['id']);
  const confirmedBy = typeof task.payload['confirmedBy'] === 'string' ? task.payload['confirmedBy'] : null;
  const held = await storage.transact((tx) => heldImport(tx, id, now));
  const file = held && (await storage.transact((tx) => tx.staff.files.get(id)));
  if (!held || !file) return refused({ kind: 'gone' });
  const { name, bytes } = file;
  const { fingerprint: expected } = held.summary;
  const onWrite = (tx: Transaction, { rows }: ImportSummary): Promise<void> =>
    recordWritten(tx, { now, held, confirmedBy, rows });
  const result = await importRegistry(deps, { now, bytes, name, dryRun: false, expected, onProgress, onWrite });
  if (result.ok) return done('written');
  const { refusal } = result;
  if (refusal.kind !== 'not-as-expected') {
    await storage.transact((tx) => dropImport(tx, id));
    return refused({ kind: 'bad', fault: refusal, name, bytes });
  }
  const again = { ...held, summary: refusal.summary, proposalId: null };
  const settled = await storage.transact((tx) => holdOrDrop(tx, again));
  return settled.ok ? refused({ kind: 'changed-meanwhile', held: settled.value }) : settled;
}

interface Written {
  now: Instant;
  held: HeldImport;
  confirmedBy: string | null;
  rows: ImportSummary['rows'];
}

async function recordWritten(tx: Transaction, { now, held, confirmedBy, rows }: Written): Promise<void> {
  const { id, sentBy } = held;
  const { added, changed, moved, withdrawn } = rows;
  const message = {
    kind: 'import-done',
    importId: id,
    rows: { added, changed, moved, withdrawn },
    confirmedBy,
  } as const;
  for (const member of confirmedBy === null ? [sentBy] : [sentBy, confirmedBy]) {
    await enqueueForStaff(tx, now, { key: `import-done:${id}`, to: { member }, message });
  }
  const sender = await tx.staff.members.get(sentBy);
  await tx.staff.audit.add({
    at: now,
    memberId: sentBy,
    role: sender?.role ?? null,
    capability: 'import',
    action: 'import:written',
    holderId: null,
    about: id,
    reason: null,
    refusal: null,
    facts: { added, changed, moved, withdrawn, confirmedBy },
  });
  await dropImport(tx, id);
}
