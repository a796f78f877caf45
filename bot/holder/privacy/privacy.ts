import type { Effect, View } from '../../telegram/effects.ts';
import { plain, text } from '../../telegram/text/locale.ts';
import { isLinked } from '../route.ts';
import { show } from '../show.ts';
import type { Turn } from '../turn.ts';
import { button } from '../../telegram/buttons/button.ts';
import { resumeRow } from '../views/buttons.ts';

export async function showPrivacy(turn: Turn): Promise<Effect[]> {
  return show(turn, privacyView(turn));
}

/** What is kept, and what one can do about it. */
export function privacyView(turn: Turn): View {
  const { language } = turn.account;
  const linked = isLinked(turn);
  return {
    html: text(language, linked ? 'privacy' : 'privacy-unlinked'),
    inline: [
      [button(plain(language, 'button-export'), 'privacy:export')],
      linked ? [button(plain(language, 'button-unlink'), 'privacy:unlink')] : [],
      [button(plain(language, 'button-erase'), 'privacy:erase', { style: 'danger' })],
      resumeRow(language, turn.dialog !== undefined),
    ],
  };
}
