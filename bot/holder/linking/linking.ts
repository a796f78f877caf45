import { accountLock } from '../../../engine/linking/account-lock.ts';
import { LANGUAGES } from '../../../engine/ports/language.ts';
import { DOCUMENT_TYPES } from '../../../engine/registry/holder.ts';
import { never } from '../../../engine/result.ts';
import type { CallbackData } from '../../telegram/buttons/callback-data.ts';
import type { Effect, View } from '../../telegram/effects.ts';
import { plain, text } from '../../telegram/text/locale.ts';
import { homeView } from '../home/home-view.ts';
import { enterStep } from '../dialog.ts';
import { isLinked, isOfFlow } from '../route.ts';
import { deleteTyped, show, stripStep, withNote } from '../show.ts';
import type { DialogTurn, Turn } from '../turn.ts';
import { lockedView, prove } from './prove.ts';
import { type LinkingEvent, reduceLinking, type Stay } from './reduce.ts';
import { readLinking } from './state.ts';
import { proofKeyboard, stayWords, stepView } from './views.ts';

/** Begins linking, with the code that brought the person here if there was one. */
export async function beginLinking(turn: Turn, code: string | null = codeOf(turn)): Promise<Effect[]> {
  const { tx, now, account, deps } = turn;
  if (isLinked(turn)) return show(turn, withNote(await homeView(turn), text(account.language, 'linking-already')));
  const until = await accountLock(tx, now, account.id);
  if (until !== null) return show(turn, lockedView(account.language, deps, until));
  const entered = await enterStep(turn, 'linking', { step: 'type', code });
  return show(entered, linkingStep(entered));
}

function codeOf(turn: Turn): string | null {
  const state = isOfFlow(turn, 'linking') ? readLinking(turn.dialog) : undefined;
  return state && 'code' in state ? state.code : null;
}

/** A code that came by a link into the chat: kept for the proof, or the proof itself when that is what is awaited. */
export async function bringCode(turn: Turn, code: string): Promise<Effect[]> {
  if (isLinked(turn) || turn.dialog?.flow !== 'linking') return beginLinking(turn, code);
  return step({ ...turn, dialog: turn.dialog }, { kind: 'code', code });
}

export async function chooseType(turn: DialogTurn, { args }: CallbackData): Promise<Effect[]> {
  const documentType = DOCUMENT_TYPES.find((type) => type === args[0]);
  return step(turn, documentType ? { kind: 'type', documentType } : { kind: 'other' });
}

export function goBackInLinking(turn: DialogTurn): Promise<Effect[]> {
  return step(turn, { kind: 'back' });
}

/** Anything but a tap, while linking. */
export async function answerLinking(turn: DialogTurn): Promise<Effect[]> {
  return step(turn, linkingEvent(turn));
}

/** The view of the step that the person is at. */
export function linkingStep({ account, dialog }: DialogTurn): View {
  return stepView(account.language, readLinking(dialog), dialog.version);
}

async function step(turn: DialogTurn, event: LinkingEvent): Promise<Effect[]> {
  const outcome = reduceLinking(readLinking(turn.dialog), event);
  switch (outcome.kind) {
    case 'stay':
      return stay(turn, outcome.because);
    case 'prove':
      return prove(turn, outcome.claim, outcome.proof);
    case 'go': {
      const entered = await enterStep(turn, 'linking', outcome.state);
      const read = outcome.state.step === 'name' && event.kind === 'text';
      const view = linkingStep(entered);
      const shown = read ? { ...view, html: text(turn.account.language, 'linking-name') } : view;
      return [...tidyUp(turn), ...show(entered, shown)];
    }
    default:
      return never(outcome);
  }
}

async function stay(turn: DialogTurn, because: Stay): Promise<Effect[]> {
  const { account, deps } = turn;
  const words = stayWords(account.language, deps.policy, because);
  const view = linkingStep(turn);
  if (because.kind === 'code-how') return show(turn, { html: words, reply: proofKeyboard(account.language) });
  const next = 'reply' in view || because.kind === 'number-fault' ? { ...view, html: words } : withNote(view, words);
  return [...tidyUp(turn), ...show(turn, next)];
}

/**
 * What was typed, under a picture as well, holds personal data at every step of linking; the step it answers needs no
 * buttons any more.
 */
function tidyUp(turn: DialogTurn): Effect[] {
  const { event } = turn;
  const typed = event.kind === 'text' || (event.kind === 'other' && event.caption !== '');
  return typed ? [...deleteTyped(turn), ...stripStep(turn)] : [];
}

function linkingEvent({ event, dialog }: DialogTurn): LinkingEvent {
  if (event.kind === 'contact') return { kind: 'contact', phone: event.phone, own: event.own };
  if (event.kind !== 'text') return { kind: 'other' };
  if (dialog.step === 'proof' && isHaveCode(event.text)) return { kind: 'ask-code' };
  return { kind: 'text', text: event.text };
}

// In any language: the keyboard may be from before the language was changed.
function isHaveCode(words: string): boolean {
  return LANGUAGES.some((language) => plain(language, 'button-have-code') === words);
}
