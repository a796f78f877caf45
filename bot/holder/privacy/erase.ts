import { erasableFrom, eraseAccount } from '../../../engine/linking/erase-account.ts';
import type { Instant } from '../../../engine/time/instant.ts';
import { formatMoment } from '../../telegram/text/dates.ts';
import type { Effect } from '../../telegram/effects.ts';
import { plain, text } from '../../telegram/text/locale.ts';
import { show } from '../show.ts';
import type { Turn } from '../turn.ts';
import { button } from '../../telegram/buttons/button.ts';
import { resumeRow } from '../views/buttons.ts';
import { hotline } from '../../telegram/text/words.ts';

export async function askToErase(turn: Turn): Promise<Effect[]> {
  const { tx, deps, now, account } = turn;
  const { language } = account;
  const until = await erasableFrom(tx, deps, { now, accountId: account.id });
  if (until !== null) return notYet(turn, until);
  const stay = button(plain(language, 'button-stay'), 'privacy:show', { style: 'primary' });
  const yes = button(plain(language, 'button-erase-yes'), 'privacy:erase-yes', { style: 'danger' });
  return show(turn, { html: text(language, 'erase-ask'), inline: [[stay], [yes]] });
}

/** Forgets the account; whoever writes again afterwards is a newcomer. */
export async function erase(turn: Turn): Promise<Effect[]> {
  const { tx, deps, now, account, dialog } = turn;
  const erased = await eraseAccount(tx, deps, { now, accountId: account.id });
  if (!erased.ok) return notYet(turn, erased.refusal.until);
  const html = text(account.language, 'erase-done');
  // The keyboard of the proof goes with a message of its own, and nothing would take it away later.
  const keyboard = dialog?.flow === 'linking' && dialog.step === 'proof';
  return show(turn, keyboard ? { html, reply: 'remove' } : { html });
}

function notYet(turn: Turn, until: Instant): Effect[] {
  const { account, deps, dialog } = turn;
  const { language } = account;
  const facts = { until: formatMoment(language, until, deps.zone), ...hotline(language, deps.policy) };
  return show(turn, {
    html: text(language, 'erase-later', facts),
    inline: [resumeRow(language, dialog !== undefined)],
  });
}
