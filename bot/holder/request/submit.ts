import type { Endorsement } from '../../../engine/endorsement/endorsement.ts';
import { requestEndorsement } from '../../../engine/endorsement/request-endorsement.ts';
import { viewEndorsement } from '../../../engine/endorsement/list-endorsements.ts';
import type { CallbackData } from '../../telegram/buttons/callback-data.ts';
import type { Effect } from '../../telegram/effects.ts';
import { plain, text } from '../../telegram/text/locale.ts';
import { leaveDialog } from '../dialog.ts';
import { show, toast, withNote } from '../show.ts';
import type { LinkedTurn } from '../turn.ts';
import { progressView } from './progress-view.ts';
import { requestRefusalView } from './refusal-view.ts';
import { readRequest, type RequestState } from './state.ts';
import { enterRequest, requestStep, type RequestTurn } from './step.ts';

/** Names the wish of a summary: however often its button is tapped, it is one. */
export function submitKey(accountId: string, version: number): string {
  return `${accountId}:${version}`;
}

/** 提交加注申请. */
export async function submit(turn: RequestTurn): Promise<Effect[]> {
  const { tx, deps, now, account, link, dialog, event } = turn;
  const state = readRequest(dialog);
  if (state.step !== 'summary') return show(turn, await requestStep(turn));
  const today = deps.zone.dateOf(now);
  if (state.shownOn !== today) return countAnew(turn, { ...state, shownOn: today });
  const { certificateId, scenario, choice } = state;
  const requested = await requestEndorsement(tx, deps, {
    now,
    accountId: account.id,
    holderId: link.holderId,
    certificateId,
    scenario,
    validity: choice,
    requestKey: submitKey(account.id, dialog.version),
    progressMessageId: event.kind === 'tap' ? event.messageId : null,
  });
  const left = await leaveDialog(turn);
  if (requested.ok) return show(left, await progressOf(left, requested.value.endorsement));
  deps.onRefused?.(requested.refusal.kind);
  return show(left, await requestRefusalView(left, certificateId, requested.refusal));
}

/** A second tap on the button of a request that was submitted. */
export async function alreadySubmitted(turn: LinkedTurn, { version }: CallbackData): Promise<Effect[] | undefined> {
  if (version === undefined) return undefined;
  const known = await turn.tx.endorsements.findByRequestKey(submitKey(turn.account.id, version));
  return known && toast(turn, plain(turn.account.language, 'request-already-submitted'));
}

export async function progressOf(turn: LinkedTurn, { id }: Endorsement) {
  const { tx, deps, now, link, account } = turn;
  const view = await viewEndorsement(tx, deps, { now, holderId: link.holderId, endorsementId: id });
  if (!view.ok) throw new Error(`endorsement ${id} was asked for and is not there`);
  return progressView(account.language, view.value);
}

// The dates that were agreed to are not those that would be granted after midnight.
async function countAnew(turn: RequestTurn, state: RequestState): Promise<Effect[]> {
  const view = await enterRequest(turn, state);
  // A last day that has passed meanwhile leads back to its choice, which says why itself.
  const entered = await turn.tx.dialogs.get(turn.account.id);
  if (entered?.step !== 'summary') return show(turn, view);
  return show(turn, withNote(view, text(turn.account.language, 'request-summary-new-day')));
}
