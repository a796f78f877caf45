import type { Proposal } from '../../ports/stores/staff-stores.ts';
import type { Transaction } from '../../ports/storage.ts';
import type { Certificate } from '../../registry/holder.ts';
import { restoreCertificate } from '../../registry/restore-certificate.ts';
import { withdrawCertificate } from '../../registry/withdraw-certificate.ts';
import { done, refused, type Result } from '../../result.ts';
import type { Instant, Zone } from '../../time/instant.ts';
import type { Member } from '../member.ts';
import { decideProposal, type ProposalRefusal } from '../proposals.ts';
import { certificateOfProposal, CHANGED_FROM } from './propose-change.ts';

export type ConfirmRefusal =
  | ProposalRefusal
  /** An import has changed the certificate meanwhile. The proposal stays open, to be declined or taken back. */
  | { kind: 'nothing-to-change'; certificate: Certificate };

export interface ChangedCertificate {
  proposal: Proposal;
  certificate: Certificate;
  /** Endorsements that were revoked with it. */
  revoked: number;
}

/** Does what another member asked for: withdraws a certificate, or restores it. */
export async function confirmChange(
  tx: Transaction,
  deps: { zone: Zone },
  { now, by, proposalId }: { now: Instant; by: Member; proposalId: string },
): Promise<Result<ChangedCertificate, ConfirmRefusal>> {
  const proposal = await tx.staff.proposals.get(proposalId);
  const certificateId = proposal && certificateOfProposal(proposal);
  if (!proposal || proposal.kind === 'import' || certificateId === undefined) {
    return refused({ kind: 'no-such-proposal' });
  }
  const certificate = await tx.certificates.get(certificateId);
  if (!certificate) throw new Error(`certificate ${certificateId} is gone`);
  // Looked at before deciding: what is decided can't be undone within the transaction.
  if (!proposal.decision && certificate.status !== CHANGED_FROM[proposal.kind]) {
    return refused({ kind: 'nothing-to-change', certificate });
  }
  const decided = await decideProposal(tx, { now, by, id: proposalId, decision: 'confirmed' });
  if (!decided.ok) return decided;
  const revoked = await change(tx, deps, now, proposal.kind, certificateId);
  return done({ proposal: decided.value, certificate, revoked });
}

async function change(
  tx: Transaction,
  deps: { zone: Zone },
  now: Instant,
  kind: Exclude<Proposal['kind'], 'import'>,
  certificateId: string,
): Promise<number> {
  const changed =
    kind === 'withdraw-certificate'
      ? await withdrawCertificate(tx, deps, { now, certificateId })
      : await restoreCertificate(tx, { now, certificateId });
  if (!changed.ok) throw new Error(`certificate ${certificateId} changed inside a transaction`);
  return 'revoked' in changed.value ? changed.value.revoked : 0;
}
