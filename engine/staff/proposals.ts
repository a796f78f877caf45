import { newId } from '../ids.ts';
import { enqueueForStaff } from '../outbox/enqueue-for-staff.ts';
import type { Policy } from '../policy/policy.ts';
import type { Random } from '../ports/random.ts';
import type { Proposal } from '../ports/stores/staff-stores.ts';
import type { Transaction } from '../ports/storage.ts';
import { done, refused, type Result } from '../result.ts';
import { HOUR_MS, type Instant, later } from '../time/instant.ts';
import type { Member } from './member.ts';
import { type Capability, may, type StaffRole } from './permissions.ts';

/** What somebody must be allowed to do to confirm or decline what another asked for. */
const CONFIRMED_BY = {
  'withdraw-certificate': 'confirm-withdrawal',
  'restore-certificate': 'confirm-withdrawal',
  import: 'confirm-import',
} as const satisfies Record<Proposal['kind'], Capability>;

type Decision = NonNullable<Proposal['decision']>;

/**
 * `same-person`: who asked can take it back, but neither confirm nor decline it. `not-yours`: only who asked can take
 * it back. `already-decided` says by whom, for somebody else was faster.
 */
export type ProposalRefusal =
  | { kind: 'no-such-proposal' }
  | { kind: 'not-allowed'; capability: Capability }
  | { kind: 'same-person' }
  | { kind: 'not-yours' }
  | { kind: 'expired'; at: Instant }
  | ({ kind: 'already-decided'; decision: Decision['kind'] } & Pick<Decision, 'by' | 'at'>);

/** Asks for something that another member has to confirm, and tells all who could. */
export async function propose(
  tx: Transaction,
  { policy, random }: { policy: Policy; random: Random },
  asked: Pick<Proposal, 'kind' | 'reason' | 'payload'> & { now: Instant; by: Member },
): Promise<Proposal> {
  const { kind, reason, payload, now, by } = asked;
  const expiresAt = later(now, policy.staff.proposalHours * HOUR_MS);
  const id = newId(random);
  const proposal: Proposal = { id, kind, reason, payload, askedBy: by.id, askedAt: now, expiresAt, decision: null };
  await tx.staff.proposals.insert(proposal);
  await enqueueForStaff(tx, now, {
    key: `proposal-asked:${id}`,
    to: { everyWith: CONFIRMED_BY[kind] },
    message: { kind: 'proposal-asked', proposalId: id },
  });
  return proposal;
}

/** Decides a proposal, once, and tells who asked. What was confirmed is for the caller to do, in the same transaction. */
export async function decideProposal(
  tx: Transaction,
  { now, by, id, decision }: { now: Instant; by: Member; id: string; decision: Decision['kind'] },
): Promise<Result<Proposal, ProposalRefusal>> {
  const proposal = await tx.staff.proposals.get(id);
  if (!proposal) return refused({ kind: 'no-such-proposal' });
  const own = await isOwnProposal(tx, proposal, by);
  const refusal = whyNot(proposal, { own, role: by.role }, decision, now);
  if (refusal) return refused(refusal);
  const decided: Decision = { kind: decision, by: by.id, at: now };
  if (!(await tx.staff.proposals.decide(id, decided))) return refused(await fasterOne(tx, proposal));
  if (decision !== 'taken-back') {
    await enqueueForStaff(tx, now, {
      key: `proposal-decided:${id}`,
      to: { member: proposal.askedBy },
      message: { kind: 'proposal-decided', proposalId: id },
    });
  }
  return done({ ...proposal, decision: decided });
}

/** Whether it was the same person who asked: whoever left and came back is another member. */
export async function isOwnProposal(
  tx: Transaction,
  { askedBy }: Pick<Proposal, 'askedBy'>,
  { userId }: Pick<Member, 'userId'>,
): Promise<boolean> {
  return (await tx.staff.members.get(askedBy))?.userId === userId;
}

function whyNot(
  proposal: Proposal,
  { own, role }: { own: boolean; role: StaffRole },
  decision: Decision['kind'],
  now: Instant,
): ProposalRefusal | undefined {
  if (decision === 'taken-back' && !own) return { kind: 'not-yours' };
  if (decision !== 'taken-back' && own) return { kind: 'same-person' };
  const capability = CONFIRMED_BY[proposal.kind];
  if (!own && !may(role, capability)) return { kind: 'not-allowed', capability };
  if (proposal.decision) return alreadyDecided(proposal.decision);
  return proposal.expiresAt <= now ? { kind: 'expired', at: proposal.expiresAt } : undefined;
}

/** What a proposal that could not be decided after all was decided to be meanwhile. */
async function fasterOne(tx: Transaction, { id, expiresAt }: Proposal): Promise<ProposalRefusal> {
  const decision = (await tx.staff.proposals.get(id))?.decision;
  return decision ? alreadyDecided(decision) : { kind: 'expired', at: expiresAt };
}

function alreadyDecided({ kind, by, at }: Decision): ProposalRefusal {
  return { kind: 'already-decided', decision: kind, by, at };
}
