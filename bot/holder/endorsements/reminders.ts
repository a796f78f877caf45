import { renewEndorsement } from '../../../engine/endorsement/renew-endorsement.ts';
import { muteReminders } from '../../../engine/reminder/mute-reminders.ts';
import type { CallbackData } from '../../telegram/buttons/callback-data.ts';
import type { Effect } from '../../telegram/effects.ts';
import { plain, text } from '../../telegram/text/locale.ts';
import { progressOf } from '../request/submit.ts';
import { requestRefusalView } from '../request/refusal-view.ts';
import { show, toast } from '../show.ts';
import type { LinkedTurn } from '../turn.ts';
import { button } from '../../telegram/buttons/button.ts';
import { homeButton } from '../views/buttons.ts';
import { cardView } from './endorsement-card.ts';
import { endorsementsView } from './endorsement-list.ts';
import { areRemindersSent } from './sent.ts';

/** Names the wish of a reminder's button: one endorsement is renewed by one tap once, whichever reminder it was on. */
export function renewKey(endorsementId: string): string {
  return `renew:${endorsementId}`;
}

/** The button of a reminder: the same again, from today on. */
export async function renew(turn: LinkedTurn, { args }: CallbackData): Promise<Effect[]> {
  const { tx, deps, now, account, link, event } = turn;
  const endorsementId = args[0] ?? '';
  const renewed = await renewEndorsement(tx, deps, {
    now,
    accountId: account.id,
    holderId: link.holderId,
    endorsementId,
    requestKey: renewKey(endorsementId),
    progressMessageId: event.kind === 'tap' ? event.messageId : null,
  });
  if (!renewed.ok) {
    deps.onRefused?.(renewed.refusal.kind);
    const certificateId = (await tx.endorsements.get(endorsementId))?.certificateId ?? '';
    const view = await requestRefusalView(turn, certificateId, renewed.refusal);
    // The reminder stays, with its button for the day on which it will work.
    return renewed.refusal.kind === 'quota-used-up' ? [...toast(turn), { kind: 'send', view }] : show(turn, view);
  }
  const { endorsement, repeated } = renewed.value;
  if (!repeated) return show(turn, await progressOf(turn, endorsement));
  const words = plain(account.language, 'renew-repeated');
  // What this message says of it changes by itself; edited once more, it could go on saying what is over.
  const isShown = event.kind === 'tap' && event.messageId === endorsement.progressMessageId;
  return isShown ? toast(turn, words) : show(turn, await cardView(turn, endorsement.id), words);
}

export const muteTheReminders = (turn: LinkedTurn, data: CallbackData) => setMuted(turn, data, true);
export const unmuteTheReminders = (turn: LinkedTurn, data: CallbackData) => setMuted(turn, data, false);

async function setMuted(turn: LinkedTurn, { args }: CallbackData, muted: boolean): Promise<Effect[]> {
  const { tx, deps, now, account } = turn;
  const { language } = account;
  await muteReminders(tx, { now, accountId: account.id, muted });
  const changed = { ...turn, account: { ...account, remindersMuted: muted } };
  if (args[0] === 'list') return show(changed, await endorsementsView(changed, 1));
  const other = muted
    ? button(plain(language, 'button-unmute'), 'reminders:unmute')
    : button(plain(language, 'button-mute'), 'reminders:mute');
  const sent = areRemindersSent(deps.policy) ? 'yes' : 'no';
  const html = muted ? text(language, 'reminders-muted') : text(language, 'reminders-unmuted', { sent });
  return show(changed, { html, inline: [[other], [homeButton(language)]] });
}
