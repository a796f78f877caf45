import { eraseAccount } from '../../../engine/linking/erase-account.ts';
import type { Effect } from '../../telegram/effects.ts';
import { plain, text } from '../../telegram/locale.ts';
import { show } from '../show.ts';
import type { Turn } from '../turn.ts';
import { button } from '../views/buttons.ts';

export async function askToErase(turn: Turn): Promise<Effect[]> {
  const { language } = turn.account;
  const stay = button(plain(language, 'button-stay'), 'privacy:show', { style: 'primary' });
  const yes = button(plain(language, 'button-erase-yes'), 'privacy:erase-yes', { style: 'danger' });
  return show(turn, { html: text(language, 'erase-ask'), inline: [[stay], [yes]] });
}

/** Forgets the account; whoever writes again afterwards is a newcomer. */
export async function erase(turn: Turn): Promise<Effect[]> {
  const { tx, deps, now, account } = turn;
  await eraseAccount(tx, deps, { now, accountId: account.id });
  return show(turn, { html: text(account.language, 'erase-done') });
}
