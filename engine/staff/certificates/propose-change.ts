import type { Policy } from '../../policy/policy.ts';
import type { Random } from '../../ports/random.ts';
import type { Proposal } from '../../ports/stores/staff-stores.ts';
import type { Transaction } from '../../ports/storage.ts';
import type { Certificate, CertificateStatus } from '../../registry/holder.ts';
import { done, refused, type Result } from '../../result.ts';
import type { Instant } from '../../time/instant.ts';
import type { Member } from '../member.ts';
import { propose } from '../proposals.ts';

/** What two members together can do with a certificate. */
export type CertificateChange = 'withdraw-certificate' | 'restore-certificate';

/** The status that a change takes a certificate from. */
export const CHANGED_FROM: Record<CertificateChange, CertificateStatus> = {
  'withdraw-certificate': 'valid',
  'restore-certificate': 'withdrawn',
};

export type ProposeRefusal =
  | { kind: 'no-such-certificate' }
  /** It is already as it would be. */
  | { kind: 'nothing-to-change'; certificate: Certificate }
  /** Somebody asked for the same before, and nobody has decided yet. */
  | { kind: 'already-asked'; proposal: Proposal };

/** Asks for a certificate to be withdrawn or restored; nothing happens until another member confirms. */
export async function proposeChange(
  tx: Transaction,
  deps: { policy: Policy; random: Random },
  ask: { now: Instant; by: Member; change: CertificateChange; certificateId: string; reason: string },
): Promise<Result<Proposal, ProposeRefusal>> {
  const { now, by, change, certificateId, reason } = ask;
  const refusal = await whyNotPropose(tx, ask);
  if (refusal) return refused(refusal);
  return done(await propose(tx, deps, { kind: change, reason, payload: { certificateId }, now, by }));
}

/** Why a change can't be asked for now; undefined when it can. */
export async function whyNotPropose(
  tx: Transaction,
  { now, change, certificateId }: { now: Instant; change: CertificateChange; certificateId: string },
): Promise<ProposeRefusal | undefined> {
  const certificate = await tx.certificates.get(certificateId);
  if (!certificate) return { kind: 'no-such-certificate' };
  if (certificate.status !== CHANGED_FROM[change]) return { kind: 'nothing-to-change', certificate };
  const open = await openProposalOf(tx, now, certificateId);
  return open && { kind: 'already-asked', proposal: open };
}

/** What is asked for of a certificate and not yet decided. */
export async function openProposalOf(
  tx: Transaction,
  now: Instant,
  certificateId: string,
): Promise<Proposal | undefined> {
  const open = await tx.staff.proposals.open(now);
  return open.find((proposal) => certificateOfProposal(proposal) === certificateId);
}

/** The certificate that a proposal is about; undefined for a proposal of another kind. */
export function certificateOfProposal({ kind, payload }: Proposal): string | undefined {
  const { certificateId } = payload;
  return kind !== 'import' && typeof certificateId === 'string' ? certificateId : undefined;
}
