import type { Proposal } from '../../../../../engine/ports/stores/staff-stores.ts';
import { done, type Result } from '../../../../../engine/result.ts';
import { confirmChange, type ConfirmRefusal } from '../../../../../engine/staff/certificates/confirm-change.ts';
import { certificateOfProposal } from '../../../../../engine/staff/certificates/propose-change.ts';
import { decideProposal } from '../../../../../engine/staff/proposals.ts';
import type { CallbackData } from '../../../../telegram/buttons/callback-data.ts';
import { formatMoment } from '../../../../telegram/text/dates.ts';
import type { Effect } from '../../../../telegram/effects.ts';
import { text } from '../../../../telegram/text/locale.ts';
import { show } from '../../../show.ts';
import type { StaffTurn } from '../../../turn.ts';
import { openCertificate } from '../certificates.ts';
import { memberName } from '../views.ts';

type Decision = NonNullable<Proposal['decision']>['kind'];

/** Confirms, declines or takes back what was asked for of a certificate, and shows how it stands then. */
export async function decide(
  turn: StaffTurn,
  { args: [proposalId = ''] }: CallbackData,
  decision: Decision,
): Promise<Effect[]> {
  const proposal = await turn.tx.staff.proposals.get(proposalId);
  const certificateId = proposal && certificateOfProposal(proposal);
  if (!proposal || certificateId === undefined) return sayNone(turn);
  turn.note({ facts: { proposal: proposalId }, reason: proposal.reason });
  const decided = await carryOut(turn, proposalId, decision);
  if (!decided.ok) turn.note({ refusal: decided.refusal.kind });
  const note = decided.ok
    ? doneWords(turn, decision, proposal, decided.value)
    : await refusalWords(turn, decided.refusal);
  return openCertificate(turn, certificateId, note);
}

async function sayNone(turn: StaffTurn): Promise<Effect[]> {
  const refusal = { kind: 'no-such-proposal' } as const;
  turn.note({ refusal: refusal.kind });
  return show(turn, { html: await refusalWords(turn, refusal) });
}

/** How many endorsements were revoked with it. */
async function carryOut(
  { tx, deps, now, member }: StaffTurn,
  id: string,
  decision: Decision,
): Promise<Result<number, ConfirmRefusal>> {
  if (decision === 'confirmed') {
    const confirmed = await confirmChange(tx, deps, { now, by: member, proposalId: id });
    return confirmed.ok ? done(confirmed.value.revoked) : confirmed;
  }
  const decided = await decideProposal(tx, { now, by: member, id, decision });
  return decided.ok ? done(0) : decided;
}

function doneWords(
  { member: { language } }: StaffTurn,
  decision: Decision,
  { kind }: Proposal,
  revoked: number,
): string {
  if (decision === 'confirmed')
    return text(language, 'staff-find-changed', { change: kind, revoked: revoked === 0 ? 'none' : String(revoked) });
  return text(language, decision === 'declined' ? 'staff-find-declined' : 'staff-find-taken-back');
}

async function refusalWords({ tx, deps, member }: StaffTurn, refusal: ConfirmRefusal): Promise<string> {
  const { language } = member;
  const at = 'at' in refusal ? formatMoment(language, refusal.at, deps.zone) : '';
  const by = 'by' in refusal ? await memberName(tx, refusal.by) : '';
  const reason = refusal.kind === 'already-decided' ? `already-${refusal.decision}` : refusal.kind;
  return text(language, 'staff-find-decide-refused', { reason, by, at });
}
