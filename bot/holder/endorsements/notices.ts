import { muteVerificationNotices } from '../../../engine/verification/mute-notices.ts';
import { button } from '../../telegram/buttons/button.ts';
import type { CallbackData } from '../../telegram/buttons/callback-data.ts';
import type { Effect } from '../../telegram/effects.ts';
import { plain, text } from '../../telegram/text/locale.ts';
import { show } from '../show.ts';
import type { LinkedTurn } from '../turn.ts';
import { homeButton } from '../views/buttons.ts';
import { endorsementsView } from './endorsement-list.ts';
import { areNoticesSent } from './sent.ts';

export const muteNotices = (turn: LinkedTurn, data: CallbackData) => setMuted(turn, data, true);
export const unmuteNotices = (turn: LinkedTurn, data: CallbackData) => setMuted(turn, data, false);

/** Whether the account is told of verifications: from the list, or from one of those notices. */
async function setMuted(turn: LinkedTurn, { args }: CallbackData, muted: boolean): Promise<Effect[]> {
  const { tx, deps, now, account } = turn;
  const { language } = account;
  await muteVerificationNotices(tx, { now, accountId: account.id, muted });
  const changed = { ...turn, account: { ...account, verificationsMuted: muted } };
  if (args[0] === 'list') return show(changed, await endorsementsView(changed, 1));
  const other = muted
    ? button(plain(language, 'button-notices-on'), 'notices:unmute')
    : button(plain(language, 'button-notices-off'), 'notices:mute');
  const sent = areNoticesSent(deps.policy) ? 'yes' : 'no';
  const html = muted ? text(language, 'notices-off') : text(language, 'notices-on', { sent });
  return show(changed, { html, inline: [[other], [homeButton(language)]] });
}
