import {
  confirmImport,
  type ConfirmRefusal,
  decideImport,
  importOfProposal,
  proposeImport,
} from '../../../../engine/staff/import/confirm-import.ts';
import { takeBackImport } from '../../../../engine/staff/import/check-import.ts';
import { changesOf, heldImport } from '../../../../engine/staff/import/held-import.ts';
import { isOwnProposal, type ProposalRefusal } from '../../../../engine/staff/proposals.ts';
import { readReason } from '../../../../engine/staff/read-reason.ts';
import { button } from '../../../telegram/buttons/button.ts';
import type { CallbackData } from '../../../telegram/buttons/callback-data.ts';
import { formatMoment } from '../../../telegram/text/dates.ts';
import type { Effect, View } from '../../../telegram/effects.ts';
import { plain, text } from '../../../telegram/text/locale.ts';
import { askReason, leaveDialog } from '../../dialog.ts';
import type { Said } from '../../duty.ts';
import { refuseReason } from '../../refuse-reason.ts';
import { show, showInStep } from '../../show.ts';
import type { StaffTurn } from '../../turn.ts';
import { proposalView } from './import-views.ts';

export const FLOW = 'import';

type Decision = Parameters<typeof decideImport>[2]['decision'];

/** Has a small import written. */
export async function write(turn: StaffTurn, { args: [id = '', fingerprint = ''] }: CallbackData): Promise<Effect[]> {
  const { tx, deps, now, member } = turn;
  turn.note({ about: id });
  const confirmed = await confirmImport(tx, deps, { now, by: member, id, fingerprint });
  if (!confirmed.ok) return refuse(turn, confirmed.refusal);
  turn.note({ facts: { changes: changesOf(confirmed.value.summary) } });
  return show(turn, { html: text(member.language, 'staff-import-confirmed', { name: confirmed.value.name }) });
}

/** Forgets a file that nobody was asked about. */
export async function drop(turn: StaffTurn, { args: [id = ''] }: CallbackData): Promise<Effect[]> {
  const { tx, now, member } = turn;
  turn.note({ about: id });
  const taken = await takeBackImport(tx, { id, now, memberId: member.id });
  if (!taken.ok) return refuse(turn, taken.refusal);
  return show(turn, { html: text(member.language, 'staff-import-dropped') });
}

/** Asks why, for whoever is to confirm it. */
export async function askSecond(
  turn: StaffTurn,
  { args: [id = '', fingerprint = ''] }: CallbackData,
): Promise<Effect[]> {
  const { tx, now, member } = turn;
  turn.note({ about: id });
  const held = await heldImport(tx, id, now);
  if (held?.sentBy !== member.id) return refuse(turn, { kind: 'gone' });
  const { language } = member;
  const changes = changesOf(held.summary);
  const view = (version: number): View => ({
    html: text(language, 'staff-import-ask-reason', { name: held.name, changes }),
    inline: [[button(plain(language, 'staff-button-cancel'), 'basics:cancel', { version })]],
  });
  return askReason(turn, { flow: FLOW, state: { step: 'reason', id, fingerprint }, view });
}

/** The reason was typed: another member is asked. */
export async function answerReason(turn: StaffTurn, said: Said): Promise<Effect[]> {
  const { tx, deps, now, member, dialog } = turn;
  const { language } = member;
  if (said.kind !== 'text') return show(turn, { html: text(language, 'staff-find-please-type') });
  const reason = readReason(said.text);
  if (!reason.ok) return refuseReason(turn, reason.refusal);
  const [id, fingerprint] = [String(dialog?.data['id']), String(dialog?.data['fingerprint'])];
  turn.note({ about: id, reason: reason.value });
  const proposed = await proposeImport(tx, deps, { now, by: member, id, fingerprint, reason: reason.value });
  await leaveDialog(turn);
  if (!proposed.ok) return refuse(turn, proposed.refusal);
  return [
    ...showInStep(turn, { html: text(language, 'staff-import-asked-second') }),
    ...(await openProposal(turn, proposed.value.id)),
  ];
}

/** An import that waits for a second person. */
export async function openProposal(turn: StaffTurn, proposalId: string, words?: string): Promise<Effect[]> {
  const { tx, now, member, deps } = turn;
  const { language } = member;
  const proposal = await tx.staff.proposals.get(proposalId);
  const id = proposal && importOfProposal(proposal);
  const held = id === undefined ? undefined : await heldImport(tx, id, now);
  if (!proposal || !held || proposal.decision) return refuse(turn, { kind: 'gone' });
  turn.note({ about: held.id });
  const mine = await isOwnProposal(tx, proposal, member);
  return show(turn, await proposalView(tx, { language, zone: deps.zone }, { proposal, held, mine }), words);
}

/** Confirms, declines or takes back what was asked for. */
export async function decide(
  turn: StaffTurn,
  { args: [id = ''] }: CallbackData,
  decision: Decision,
): Promise<Effect[]> {
  const { tx, deps, now, member } = turn;
  const proposal = await tx.staff.proposals.get(id);
  turn.note({
    facts: { proposal: id },
    ...(proposal && { about: importOfProposal(proposal) ?? id, reason: proposal.reason }),
  });
  const decided = await decideImport(tx, deps, { now, by: member, id, decision });
  if (!decided.ok) return refuse(turn, decided.refusal);
  return show(turn, { html: text(member.language, 'staff-import-decided', { decision }) });
}

/** Says why not; the old message loses its buttons. */
async function refuse(turn: StaffTurn, refusal: ConfirmRefusal | ProposalRefusal): Promise<Effect[]> {
  const { tx, deps, member } = turn;
  const { language } = member;
  turn.note({ refusal: refusal.kind });
  const reason = refusal.kind === 'already-decided' ? `already-${refusal.decision}` : refusal.kind;
  const by = 'by' in refusal ? ((await tx.staff.members.get(refusal.by))?.name ?? '—') : 'none';
  const at = 'at' in refusal ? formatMoment(language, refusal.at, deps.zone) : '';
  return show(turn, { html: text(language, 'staff-import-refused', { reason, by, at }) });
}
