import { validityUntil, type ValidityRefusal } from '../../../engine/endorsement/validity.ts';
import type { Language } from '../../../engine/ports/language.ts';
import { never } from '../../../engine/result.ts';
import type { CivilDate } from '../../../engine/time/civil-date.ts';
import { formatDate } from '../../telegram/text/dates.ts';
import type { Effect } from '../../telegram/effects.ts';
import { text } from '../../telegram/text/locale.ts';
import { show, stripStep, withNote } from '../show.ts';
import { parseDay } from '../../telegram/text/parse-day.ts';
import { readRequest, type RequestState } from './state.ts';
import { enterRequest, requestStep, type RequestTurn, stepContext } from './step.ts';
import { lastDayExamples, lastDayView } from './step-views.ts';

/** Anything but a tap, while asking for an endorsement: only the last day is typed. */
export async function answerRequest(turn: RequestTurn): Promise<Effect[]> {
  const { event, account } = turn;
  const state = readRequest(turn.dialog);
  const typing = state.step === 'last-day';
  if (typing && event.kind === 'text') return typeLastDay(turn, state, event.text);
  const tapped = typing ? 'please-text' : 'please-tap';
  const words = text(account.language, event.kind === 'contact' ? 'fallback-contact' : tapped);
  return show(turn, withNote(await requestStep(turn), words));
}

async function typeLastDay(
  turn: RequestTurn,
  state: Extract<RequestState, { step: 'last-day' }>,
  typed: string,
): Promise<Effect[]> {
  const { deps, now, account } = turn;
  const context = await stepContext(turn, state);
  if ('view' in context) return show(turn, context.view);
  const today = deps.zone.dateOf(now);
  const lastDay = parseDay(typed, today);
  const validity = lastDay && validityUntil(today, lastDay, deps.policy.validity);
  if (lastDay && validity?.ok) {
    const { certificateId, scenario } = state;
    const choice = { lastDay };
    const view = await enterRequest(turn, { step: 'summary', certificateId, scenario, choice, shownOn: today });
    return [...stripStep(turn), ...show(turn, view)];
  }
  const words =
    lastDay && validity && !validity.ok
      ? refusalWords(account.language, lastDay, validity.refusal)
      : text(account.language, 'last-day-unreadable', lastDayExamples(account.language, context.value.offer));
  return [...stripStep(turn), ...show(turn, { ...lastDayView(context.value), html: words })];
}

function refusalWords(language: Language, typed: CivilDate, refusal: ValidityRefusal): string {
  const lastDay = formatDate(language, typed);
  switch (refusal.kind) {
    case 'too-long': {
      const latest = formatDate(language, refusal.lastPossible);
      return text(language, 'last-day-too-long', { lastDay, maxDays: String(refusal.maxDays), latest });
    }
    case 'too-short':
      return text(language, 'last-day-too-short', { lastDay, earliest: formatDate(language, refusal.earliest) });
    default:
      return never(refusal);
  }
}
