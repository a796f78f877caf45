import type { Policy } from '../../policy/policy.ts';
import type { StaffTask } from '../../ports/stores/staff-stores.ts';
import type { Transaction } from '../../ports/storage.ts';
import {
  type ImportDeps,
  type ImportProgress,
  type ImportRefusal,
  importRegistry,
} from '../../registry/import/import-registry.ts';
import { newId } from '../../ids.ts';
import type { Random } from '../../ports/random.ts';
import { done, refused, type Result } from '../../result.ts';
import { HOUR_MS, type Instant, later } from '../../time/instant.ts';
import { changesOf, dropImport, heldImport, type HeldImport, holdImport } from './held-import.ts';

/** What a member sent, where it is to be answered. */
export interface SentImport {
  now: Instant;
  memberId: string;
  chatId: number;
  name: string;
  bytes: Uint8Array;
}

export const CHECK_TASK = 'import-check';

/** Keeps a file that a member sent, and has it looked at behind the scenes. Answers its id. */
export async function receiveImport(
  tx: Transaction,
  { policy, random }: { policy: Policy; random: Random },
  { now, memberId, chatId, name, bytes }: SentImport,
): Promise<string> {
  const id = newId(random);
  const expiresAt = later(now, policy.import.keepHours * HOUR_MS);
  await tx.staff.files.put({ id, name, bytes, expiresAt });
  const payload = { id, expiresAt };
  const kind = CHECK_TASK;
  await tx.staff.tasks.add({ id: `${kind}:${id}`, kind, memberId, chatId, threadId: null, payload, createdAt: now });
  return id;
}

export type CheckRefusal =
  /** The file was removed meanwhile. */
  | { kind: 'gone' }
  | { kind: 'nothing-to-change'; held: HeldImport }
  /** It can't be imported as it is; `bytes` is the file, which is kept no longer. */
  | { kind: 'bad'; fault: Exclude<ImportRefusal, { kind: 'not-as-expected' }>; name: string; bytes: Uint8Array };

export interface CheckAsk {
  now: Instant;
  onProgress: (progress: ImportProgress) => void;
}

/**
 * Says what a file would do, and holds it for the decision unless that is nothing. What is held already is answered as
 * it is: a task begun again after a kill undoes no confirmation.
 */
export async function checkImport(
  deps: ImportDeps,
  task: Pick<StaffTask, 'memberId' | 'payload'>,
  { now, onProgress }: CheckAsk,
): Promise<Result<HeldImport, CheckRefusal>> {
  const { storage } = deps;
  const id = String(task.payload['id']);
  const { file, already } = await storage.transact(async (tx) => ({
    file: await tx.staff.files.get(id),
    already: await heldImport(tx, id, now),
  }));
  if (!file) return refused({ kind: 'gone' });
  if (already) return done(already);
  const { name, bytes } = file;
  const result = await importRegistry(deps, { now, bytes, name, dryRun: true, onProgress });
  if (!result.ok) {
    const { refusal } = result;
    if (refusal.kind === 'not-as-expected') throw new TypeError('a dry run expects nothing');
    await storage.transact((tx) => dropImport(tx, id));
    return refused({ kind: 'bad', fault: refusal, name, bytes });
  }
  const expiresAt = task.payload['expiresAt'] as Instant;
  const asked = { dryRun: 1, proposalId: null, confirmed: false };
  const held = { id, sentBy: task.memberId, name, summary: result.value, ...asked, expiresAt };
  return storage.transact((tx) => holdOrDrop(tx, held));
}

/** What does nothing is not held. */
export async function holdOrDrop(tx: Transaction, held: HeldImport): Promise<Result<HeldImport, CheckRefusal>> {
  if (changesOf(held.summary) > 0) {
    await holdImport(tx, held);
    return done(held);
  }
  await dropImport(tx, held.id);
  return refused({ kind: 'nothing-to-change', held });
}

/** Whether one member alone may confirm it. */
export function needsSecond({ summary }: HeldImport, policy: Policy): boolean {
  return changesOf(summary) > policy.import.confirmAbove;
}

/** Forgets a file on the word of who sent it, unless another member was asked, or it is being written. */
export async function takeBackImport(
  tx: Transaction,
  { id, now, memberId }: { id: string; now: Instant; memberId: string },
): Promise<Result<null, { kind: 'gone' } | { kind: 'already-confirmed' }>> {
  const held = await heldImport(tx, id, now);
  if (held?.sentBy !== memberId) return refused({ kind: 'gone' });
  if (held.confirmed) return refused({ kind: 'already-confirmed' });
  if (held.proposalId !== null) return refused({ kind: 'gone' });
  await dropImport(tx, id);
  return done(null);
}
