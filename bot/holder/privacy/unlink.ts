import { unlinkAccount } from '../../../engine/linking/unlink-account.ts';
import type { Effect } from '../../telegram/effects.ts';
import { plain, text } from '../../telegram/text/locale.ts';
import { leaveDialog } from '../dialog.ts';
import { isLinked } from '../route.ts';
import { show, withNote } from '../show.ts';
import type { Turn } from '../turn.ts';
import { button } from '../../telegram/buttons/button.ts';
import { privacyView } from './privacy.ts';

export async function askToUnlink(turn: Turn): Promise<Effect[]> {
  const { language } = turn.account;
  if (!isLinked(turn)) return notLinked(turn);
  const stay = button(plain(language, 'button-stay'), 'privacy:show', { style: 'primary' });
  const yes = button(plain(language, 'button-unlink-yes'), 'privacy:unlink-yes', { style: 'danger' });
  return show(turn, { html: text(language, 'unlink-ask'), inline: [[stay], [yes]] });
}

export async function unlink(turn: Turn): Promise<Effect[]> {
  const { tx, now, account } = turn;
  const { language } = account;
  if (!isLinked(turn)) return notLinked(turn);
  await unlinkAccount(tx, { now, accountId: account.id, because: 'by-holder' });
  const left = await leaveDialog(turn);
  const begin = button(plain(language, 'button-begin-linking'), 'linking:begin', { style: 'primary' });
  return show(left, { html: text(language, 'unlink-done'), inline: [[begin]] });
}

async function notLinked(turn: Turn): Promise<Effect[]> {
  return show(turn, withNote(privacyView(turn), text(turn.account.language, 'unlink-none')));
}
