import type { Policy } from '../../policy/policy.ts';
import type { Random } from '../../ports/random.ts';
import type { Proposal } from '../../ports/stores/staff-stores.ts';
import type { Transaction } from '../../ports/storage.ts';
import { done, refused, type Result } from '../../result.ts';
import { HOUR_MS, type Instant, later } from '../../time/instant.ts';
import type { Member } from '../member.ts';
import { decideProposal, propose, type ProposalRefusal } from '../proposals.ts';
import { changesOf, dropImport, heldImport, type HeldImport, holdImport } from './held-import.ts';
import { needsSecond } from './check-import.ts';

export const WRITE_TASK = 'import-write';

export type ConfirmRefusal =
  /** Decided, taken back or expired; or never there. */
  | { kind: 'gone' }
  /** It is for who sent the file. */
  | { kind: 'not-yours' }
  /** A later dry run found something else; its message is the one to answer. */
  | { kind: 'outdated' }
  | { kind: 'second-person'; changes: number; most: number }
  | { kind: 'already-asked'; proposalId: string }
  /** It is being written. */
  | { kind: 'already-confirmed' };

interface Confirmation {
  now: Instant;
  by: Member;
  /** Of the import. */
  id: string;
  /** Of the dry run that was looked at. */
  fingerprint: string;
}

type Deps = { policy: Policy; random: Random };

/** Has a small import written, on the word of who sent it, once. */
export async function confirmImport(
  tx: Transaction,
  { policy }: Pick<Deps, 'policy'>,
  ask: Confirmation,
): Promise<Result<HeldImport, ConfirmRefusal>> {
  const held = await ownHeld(tx, ask);
  if (!held.ok) return held;
  const { summary, proposalId } = held.value;
  if (proposalId !== null) return refused({ kind: 'already-asked', proposalId });
  if (needsSecond(held.value, policy)) {
    return refused({ kind: 'second-person', changes: changesOf(summary), most: policy.import.confirmAbove });
  }
  await startWriting(tx, policy, held.value, { now: ask.now, confirmedBy: null });
  return held;
}

/** Asks for another member's word on an import. */
export async function proposeImport(
  tx: Transaction,
  deps: Deps,
  ask: Confirmation & { reason: string },
): Promise<Result<Proposal, ConfirmRefusal>> {
  const held = await ownHeld(tx, ask);
  if (!held.ok) return held;
  const { id, proposalId } = held.value;
  if (proposalId !== null) return refused({ kind: 'already-asked', proposalId });
  const payload = { importId: id, fingerprint: ask.fingerprint };
  const proposal = await propose(tx, deps, { kind: 'import', reason: ask.reason, payload, now: ask.now, by: ask.by });
  await holdImport(tx, { ...held.value, proposalId: proposal.id });
  return done(proposal);
}

/** Confirms, declines or takes back an import that was asked for. Once confirmed it is written behind the scenes. */
export async function decideImport(
  tx: Transaction,
  { policy }: Pick<Deps, 'policy'>,
  {
    now,
    by,
    id,
    decision,
  }: { now: Instant; by: Member; id: string; decision: 'confirmed' | 'declined' | 'taken-back' },
): Promise<Result<Proposal, ProposalRefusal | { kind: 'gone' }>> {
  const proposal = await tx.staff.proposals.get(id);
  const importId = proposal && importOfProposal(proposal);
  if (importId === undefined) return refused({ kind: 'no-such-proposal' });
  const held = await heldImport(tx, importId, now);
  if (decision === 'confirmed' && !proposal?.decision && !held) return refused({ kind: 'gone' });
  const decided = await decideProposal(tx, { now, by, id, decision });
  if (!decided.ok) return decided;
  if (decision !== 'confirmed') await dropImport(tx, importId);
  else if (held) await startWriting(tx, policy, held, { now, confirmedBy: by.id });
  return decided;
}

export function importOfProposal({ kind, payload }: Proposal): string | undefined {
  const id = payload['importId'];
  return kind === 'import' && typeof id === 'string' ? id : undefined;
}

async function ownHeld(
  tx: Transaction,
  { now, by, id, fingerprint }: Confirmation,
): Promise<Result<HeldImport, ConfirmRefusal>> {
  const held = await heldImport(tx, id, now);
  if (!held) return refused({ kind: 'gone' });
  if (held.sentBy !== by.id) return refused({ kind: 'not-yours' });
  if (held.summary.fingerprint !== fingerprint) return refused({ kind: 'outdated' });
  return held.confirmed ? refused({ kind: 'already-confirmed' }) : done(held);
}

/** Whatever was confirmed is kept for its task, however late that was done and however long others take. */
async function startWriting(
  tx: Transaction,
  policy: Policy,
  held: HeldImport,
  { now, confirmedBy }: { now: Instant; confirmedBy: string | null },
): Promise<void> {
  const { id, sentBy, dryRun } = held;
  const sender = await tx.staff.members.get(sentBy);
  if (!sender) throw new Error(`the member ${sentBy} who sent an import is gone`);
  const expiresAt = later(now, policy.import.keepHours * HOUR_MS);
  await tx.staff.files.keepUntil(id, expiresAt);
  await holdImport(tx, { ...held, confirmed: true, expiresAt });
  await tx.staff.tasks.add({
    id: `${WRITE_TASK}:${id}:${dryRun}`,
    kind: WRITE_TASK,
    memberId: sentBy,
    chatId: sender.userId,
    threadId: null,
    payload: { id, dryRun, confirmedBy },
    createdAt: now,
  });
}
