import { enqueueForStaff } from '../../outbox/enqueue-for-staff.ts';
import type { StaffTask } from '../../ports/stores/staff-stores.ts';
import type { Transaction } from '../../ports/storage.ts';
import { type ImportDeps, importRegistry } from '../../registry/import/import-registry.ts';
import type { ImportSummary } from '../../registry/import/import-summary.ts';
import { done, refused, type Result } from '../../result.ts';
import type { Instant } from '../../time/instant.ts';
import type { AuditEntry } from '../audit.ts';
import { type CheckAsk, type CheckRefusal, holdOrDrop } from './check-import.ts';
import { dropImport, heldImport, type HeldImport } from './held-import.ts';

export type WriteRefusal =
  | CheckRefusal
  /** Who sent it may do nothing any more, whoever confirmed it. */
  | { kind: 'suspended' }
  /** The registry has changed since, and the file would do something else: `held` is the new dry run. */
  | { kind: 'registry-changed'; held: HeldImport };

/**
 * Writes an import that was confirmed, and nothing but what its dry run had said. News of it, the audit row and the
 * removal of the file go into the same transaction, so that a task begun again after a kill finds it done. What was not
 * written leaves an audit row as well.
 */
export async function writeImport(
  deps: ImportDeps,
  task: Pick<StaffTask, 'payload'>,
  { now, onProgress }: CheckAsk,
): Promise<Result<'written', WriteRefusal>> {
  const { storage } = deps;
  const id = String(task.payload['id']);
  const confirmedBy = typeof task.payload['confirmedBy'] === 'string' ? task.payload['confirmedBy'] : null;
  const dryRun = typeof task.payload['dryRun'] === 'number' ? task.payload['dryRun'] : null;
  const found = await storage.transact((tx) => toWrite(tx, { now, id, dryRun, confirmedBy }));
  if (!found.ok) return found;
  const { held, name, bytes } = found.value;
  const { fingerprint: expected } = held.summary;
  const deed = { now, held, confirmedBy };
  const onWrite = (tx: Transaction, { rows }: ImportSummary): Promise<void> => recordWritten(tx, deed, rows);
  const result = await importRegistry(deps, { now, bytes, name, dryRun: false, expected, onProgress, onWrite });
  if (result.ok) return done('written');
  const { refusal } = result;
  return storage.transact((tx) =>
    refusal.kind === 'not-as-expected'
      ? askAnew(tx, deed, refusal.summary)
      : giveUp(tx, deed, { kind: 'bad', fault: refusal, name, bytes }),
  );
}

interface Deed {
  now: Instant;
  held: HeldImport;
  confirmedBy: string | null;
}

type Found = { held: HeldImport; name: string; bytes: Uint8Array };

async function toWrite(
  tx: Transaction,
  { now, id, dryRun, confirmedBy }: { now: Instant; id: string; dryRun: number | null; confirmedBy: string | null },
): Promise<Result<Found, WriteRefusal>> {
  const held = await heldImport(tx, id, now);
  const file = held && (await tx.staff.files.get(id));
  if (!held || !file) return refused({ kind: 'gone' });
  // A task that asked anew and was killed before it said so is begun again: what it found nobody has confirmed, or
  // whoever did has a task of their own. What was held before confirmations were noted was confirmed.
  if (held.confirmed === false) return refused({ kind: 'registry-changed', held });
  if (dryRun !== null && dryRun !== held.dryRun) return refused({ kind: 'gone' });
  const sender = await tx.staff.members.get(held.sentBy);
  if (sender?.status !== 'active') return giveUp(tx, { now, held, confirmedBy }, { kind: 'suspended' });
  return done({ held, ...file });
}

async function giveUp(tx: Transaction, deed: Deed, refusal: WriteRefusal): Promise<Result<never, WriteRefusal>> {
  await dropImport(tx, deed.held.id);
  return recordNotWritten(tx, deed, refusal);
}

/** What the file would do now is for who sent it to confirm once more. */
async function askAnew(tx: Transaction, deed: Deed, summary: ImportSummary): Promise<Result<never, WriteRefusal>> {
  const { held } = deed;
  const again = { ...held, summary, dryRun: held.dryRun + 1, proposalId: null, confirmed: false };
  const settled = await holdOrDrop(tx, again);
  const refusal: WriteRefusal = settled.ok ? { kind: 'registry-changed', held: settled.value } : settled.refusal;
  return recordNotWritten(tx, deed, refusal);
}

/** Who sent it is answered by the task; who confirmed it was promised a report as well. */
async function recordNotWritten(
  tx: Transaction,
  deed: Deed,
  refusal: WriteRefusal,
): Promise<Result<never, WriteRefusal>> {
  const { now, held, confirmedBy } = deed;
  await audit(tx, deed, { refusal: refusal.kind });
  if (confirmedBy !== null) {
    await enqueueForStaff(tx, now, {
      key: `import-not-written:${held.id}:${held.dryRun}`,
      to: { member: confirmedBy },
      message: { kind: 'import-not-written', importId: held.id, because: refusal.kind },
    });
  }
  return refused(refusal);
}

async function recordWritten(tx: Transaction, deed: Deed, rows: ImportSummary['rows']): Promise<void> {
  const { now, held, confirmedBy } = deed;
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
  await audit(tx, deed, { facts: message.rows });
  await dropImport(tx, id);
}

async function audit(
  tx: Transaction,
  { now, held: { id, sentBy }, confirmedBy }: Deed,
  { refusal = null, facts = {} }: Partial<Pick<AuditEntry, 'refusal' | 'facts'>>,
): Promise<void> {
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
    refusal,
    facts: { ...facts, confirmedBy },
  });
}
