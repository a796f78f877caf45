import type { Dialog } from '../../../engine/ports/stores/account-stores.ts';
import { LANGUAGES } from '../../../engine/ports/language.ts';
import type { Effect } from '../../telegram/effects.ts';
import { plain, text } from '../../telegram/text/locale.ts';
import { leaveDialog } from '../dialog.ts';
import { show, withNote } from '../show.ts';
import type { Turn } from '../turn.ts';
import { homeView } from './home-view.ts';

/** Ends what the person is in the middle of, by a button, a command or the label of a keyboard. */
export async function cancelled(turn: Turn): Promise<Effect[]> {
  const { language } = turn.account;
  if (!turn.dialog) return show(turn, withNote(await homeView(turn), text(language, 'nothing-to-cancel')));
  const wrote = turn.dialog.flow === 'support' && turn.dialog.step === 'more';
  const words = text(language, wrote ? 'support-finished' : 'cancelled');
  const left = await leaveDialog(turn);
  return showHomeAfter(left, turn.dialog, words);
}

/** The first page under a sentence; the keyboard of the proof goes with a message of its own. */
export async function showHomeAfter(turn: Turn, ended: Dialog, words: string): Promise<Effect[]> {
  const home = await homeView(turn);
  if (ended.flow !== 'linking' || ended.step !== 'proof') return show(turn, withNote(home, words));
  return [{ kind: 'send', view: { html: words, reply: 'remove' } }, ...show(turn, home)];
}

/** Whether somebody typed what the button says, in any language: the keyboard may be older than the language. */
export function isCancel(words: string): boolean {
  return LANGUAGES.some((language) => plain(language, 'button-cancel') === words);
}
