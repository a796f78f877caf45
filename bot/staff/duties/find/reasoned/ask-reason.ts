import { readReason } from '../../../../../engine/staff/read-reason.ts';
import { button } from '../../../../telegram/buttons/button.ts';
import type { CallbackData } from '../../../../telegram/buttons/callback-data.ts';
import type { Effect, InlineButton, View } from '../../../../telegram/effects.ts';
import { plain, text } from '../../../../telegram/text/locale.ts';
import { askReason, type DialogTurn, enterStep } from '../../../dialog.ts';
import type { Said } from '../../../duty.ts';
import { refuseReason } from '../../../refuse-reason.ts';
import { deleteTyped, show, showInStep } from '../../../show.ts';
import { staleButton } from '../../../stale-button.ts';
import type { StaffTurn } from '../../../turn.ts';
import { askForChange, revoke, unlink, whenNeedless } from './confirmed.ts';
import { FLOW_OF, type ReadyState, type ReasonedDeed, readReasoned } from './reasoned-state.ts';
import { reveal } from './reveal.ts';
import { type Subject, subjectOf } from './subject.ts';
import { goneView } from '../views.ts';

export type ConfirmedFlow = Exclude<(typeof FLOW_OF)[ReasonedDeed], 'reveal'>;
const YES = {
  unlink: 'find:unlink-yes',
  revoke: 'find:revoke-yes',
  'ask-withdrawal': 'find:ask-yes',
} as const satisfies Record<ConfirmedFlow, string>;

/** Asks why, before anything is done. */
export async function askReasonOf(
  turn: StaffTurn,
  { args: [id = ''] }: CallbackData,
  deed: ReasonedDeed,
): Promise<Effect[]> {
  const { language } = turn.member;
  const subject = await noted(turn, deed, id);
  if (!subject) return show(turn, goneView(language));
  const { linkId } = subject;
  const needless = await whenNeedless(turn, deed, id);
  if (needless) return needless;
  const html = text(language, 'staff-find-ask-reason', { deed, about: subject.words });
  const view: View = { html, inline: [[leaveButton(turn, subject)]] };
  return askReason(turn, { flow: FLOW_OF[deed], state: { step: 'reason', deed, id, linkId }, view: () => view });
}

/** The reason was typed. All but revealing is asked for once more. */
export async function answerReason(turn: StaffTurn, said: Said): Promise<Effect[]> {
  const { language } = turn.member;
  if (!turn.dialog) return [];
  const state = readReasoned(turn.dialog);
  const subject = await noted(turn, state.deed, state.id);
  if (!subject) return show(turn, goneView(language));
  if (said.kind !== 'text') return show(turn, { html: text(language, 'staff-find-please-type') });
  const reason = readReason(said.text);
  if (!reason.ok) return refuseReason(turn, reason.refusal);
  const { deed, id, linkId } = state;
  const ready: ReadyState = { step: 'confirm', deed, id, linkId, reason: reason.value };
  const flow = FLOW_OF[deed];
  if (flow === 'reveal') return [...deleteTyped(turn), ...(await reveal(turn, ready))];
  const entered = await enterStep(turn, flow, ready);
  return [...deleteTyped(turn), ...showInStep(entered, confirmView(entered, flow, subject, ready))];
}

/** The button that works once was tapped: its version is the dialog's, and the dialog ends with it. */
export async function confirmReasoned(turn: StaffTurn, flow: ConfirmedFlow): Promise<Effect[]> {
  const { dialog } = turn;
  const state = dialog?.flow === flow ? readReasoned(dialog) : undefined;
  if (state?.step !== 'confirm') return staleButton(turn);
  await noted(turn, state.deed, state.id);
  turn.note({ reason: state.reason });
  if (flow === 'unlink') return unlink(turn, state);
  return flow === 'revoke' ? revoke(turn, state) : askForChange(turn, state);
}

/** What it is about, for the audit as well. */
async function noted(turn: StaffTurn, deed: ReasonedDeed, id: string): Promise<Subject | undefined> {
  const subject = await subjectOf(turn, deed, id);
  const about = subject?.about;
  turn.note(subject ? { holderId: subject.holderId, ...(about && { about }) } : { refusal: 'not-found' });
  return subject;
}

function confirmView(turn: DialogTurn, flow: ConfirmedFlow, subject: Subject, { deed, reason }: ReadyState): View {
  const { member, dialog } = turn;
  const label = plain(member.language, 'staff-find-button-yes', { deed: flow });
  const yes = button(label, YES[flow], { version: dialog.version, style: 'danger' });
  const html = text(member.language, 'staff-find-confirm', { deed, about: subject.words, reason });
  return { html, inline: [[yes], [leaveButton(turn, subject)]] };
}

function leaveButton({ member: { language } }: StaffTurn, { holderId }: Subject): InlineButton {
  return button(plain(language, 'staff-find-button-leave'), 'find:card', { args: [holderId] });
}
