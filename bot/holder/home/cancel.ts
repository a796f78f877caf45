import type { Effect } from '../../telegram/effects.ts';
import { text } from '../../telegram/locale.ts';
import { leaveDialog } from '../dialog.ts';
import { show, withNote } from '../show.ts';
import type { Turn } from '../turn.ts';
import { homeView } from './home-view.ts';

/** Ends what the person is in the middle of, by a button, a command or the label of a keyboard. */
export async function cancelled(turn: Turn): Promise<Effect[]> {
  const { language } = turn.account;
  if (!turn.dialog) return show(turn, withNote(await homeView(turn), text(language, 'nothing-to-cancel')));
  const words = text(language, 'cancelled');
  // The keyboard of the proof goes with a message of its own.
  const keyboard = turn.dialog.flow === 'linking' && turn.dialog.step === 'proof';
  const left = await leaveDialog(turn);
  const home = await homeView(left);
  if (!keyboard) return show(left, withNote(home, words));
  return [{ kind: 'send', view: { html: words, reply: 'remove' } }, ...show(left, home)];
}
