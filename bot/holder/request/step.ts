import { offerEndorsement } from '../../../engine/endorsement/offer-endorsement.ts';
import { never } from '../../../engine/result.ts';
import type { View } from '../../telegram/effects.ts';
import { text } from '../../telegram/text/locale.ts';
import { enterStep, leaveDialog } from '../dialog.ts';
import { withNote } from '../show.ts';
import type { DialogTurn, LinkedTurn } from '../turn.ts';
import { notFoundView } from '../views/not-found.ts';
import { requestRefusalView } from './refusal-view.ts';
import { readRequest, type RequestState } from './state.ts';
import { detailsView, lastDayView, scenarioView, type StepContext, summaryView, validityView } from './step-views.ts';

export type RequestTurn = DialogTurn & LinkedTurn;

/** Begins asking at a step, unless nothing can be asked for: then only says why. */
export async function beginAsking(turn: LinkedTurn, state: RequestState): Promise<View> {
  const { tx, deps, now, link } = turn;
  const { certificateId } = state;
  const offer = await offerEndorsement(tx, deps, { now, holderId: link.holderId, certificateId });
  return offer.ok ? enterRequest(turn, state) : requestRefusalView(turn, certificateId, offer.refusal);
}

/** Puts the person at a step of asking for an endorsement and gives its view. */
export async function enterRequest(turn: LinkedTurn, state: RequestState): Promise<View> {
  return requestStep(await enterStep(turn, 'request', state));
}

/** The view of the step that the person is at; of why it goes no further, when asking has become impossible. */
export async function requestStep(turn: RequestTurn): Promise<View> {
  const state = readRequest(turn.dialog);
  const context = await stepContext(turn, state);
  return 'view' in context ? context.view : viewOf(turn, context.value, state);
}

/** What a step is shown with; ends the dialog when there is nothing to offer any more. */
export async function stepContext(
  turn: RequestTurn,
  { certificateId }: RequestState,
): Promise<{ value: StepContext } | { view: View }> {
  const { tx, deps, now, link, account, dialog } = turn;
  const offer = await offerEndorsement(tx, deps, { now, holderId: link.holderId, certificateId });
  if (offer.ok) return { value: { language: account.language, deps, version: dialog.version, offer: offer.value } };
  await leaveDialog(turn);
  return { view: await requestRefusalView(turn, certificateId, offer.refusal) };
}

async function viewOf(turn: RequestTurn, context: StepContext, state: RequestState): Promise<View> {
  switch (state.step) {
    case 'details': {
      const holder = await turn.tx.holders.get(turn.link.holderId);
      return holder ? detailsView(context, holder) : notFoundView(context.language);
    }
    case 'scenario':
      return scenarioView(context);
    case 'validity':
      return validityView(context, state);
    case 'last-day':
      return lastDayView(context);
    case 'summary':
      return summaryView(context, state) ?? chooseAnew(turn, state);
    default:
      return never(state);
  }
}

/** The chosen last day has passed while the summary stood there. */
async function chooseAnew(turn: RequestTurn, { certificateId, scenario }: Extract<RequestState, { step: 'summary' }>) {
  const view = await enterRequest(turn, { step: 'validity', certificateId, scenario });
  return withNote(view, text(turn.account.language, 'refusal-changed'));
}
