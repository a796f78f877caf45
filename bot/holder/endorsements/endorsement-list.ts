import { type EndorsementView, listEndorsements } from '../../../engine/endorsement/list-endorsements.ts';
import type { Policy } from '../../../engine/policy/policy.ts';
import type { Account } from '../../../engine/ports/account.ts';
import type { Language } from '../../../engine/ports/language.ts';
import { type CallbackData, packCallback } from '../../telegram/buttons/callback-data.ts';
import type { Effect, InlineButton, View } from '../../telegram/effects.ts';
import { plain, text } from '../../telegram/text/locale.ts';
import { pageButtons, pageNumber, pageOf } from '../../telegram/buttons/paging.ts';
import { show } from '../show.ts';
import type { LinkedTurn } from '../turn.ts';
import { button } from '../../telegram/buttons/button.ts';
import { homeButton } from '../views/buttons.ts';
import { areNoticesSent, areRemindersSent } from './sent.ts';
import { certificateLabel } from '../../telegram/text/words.ts';

const PAGE_SIZE = 5;

export async function listOfEndorsements(turn: LinkedTurn, { args }: CallbackData): Promise<Effect[]> {
  return show(turn, await endorsementsView(turn, pageNumber(args[0])));
}

/** 我的加注: what there is, newest first, with the days left. */
export async function endorsementsView(turn: LinkedTurn, wantedPage: number): Promise<View> {
  const { tx, deps, now, link, account } = turn;
  const { language } = account;
  const total = await tx.endorsements.countOfHolder(link.holderId);
  const page = pageOf(total, PAGE_SIZE, wantedPage);
  const { items } = await listEndorsements(tx, deps, { now, holderId: link.holderId, page });
  const preferences = preferenceRows(account, deps.policy);
  if (total === 0) return emptyView(language, preferences);
  const turning = pageButtons(page, (to) => packCallback({ feature: 'endorsements', action: 'list', args: [`${to}`] }));
  return {
    html: text(language, 'endorsements', { total: String(total) }),
    inline: [...items.map((item) => [itemButton(language, item)]), turning, ...preferences, [homeButton(language)]],
  };
}

/** What the account is told of by itself, to be turned off or on; nothing that this service doesn't tell of. */
function preferenceRows({ language, remindersMuted, verificationsMuted }: Account, policy: Policy): InlineButton[][] {
  const args = ['list'];
  const reminders = remindersMuted
    ? button(plain(language, 'button-unmute-list'), 'reminders:unmute', { args })
    : button(plain(language, 'button-mute-list'), 'reminders:mute', { args });
  const notices = verificationsMuted
    ? button(plain(language, 'button-notices-on-list'), 'notices:unmute', { args })
    : button(plain(language, 'button-notices-off-list'), 'notices:mute', { args });
  return [areRemindersSent(policy) ? [reminders] : [], areNoticesSent(policy) ? [notices] : []];
}

/** Leads to the card of an endorsement. */
export function itemButton(
  language: Language,
  { endorsement, certificate, qualification, ...view }: EndorsementView,
): InlineButton {
  const name = certificateLabel(language, qualification, certificate);
  // Tells several endorsements of one certificate apart, and comes first: a narrow phone cuts off the end.
  const ending = endorsement.number.slice(-6);
  const label =
    view.standing === 'valid'
      ? plain(language, 'endorsement-button-valid', { ending, name, daysLeft: view.daysLeft })
      : plain(language, 'endorsement-button-other', {
          ending,
          name,
          standing: plain(language, `standing-${view.standing}`),
        });
  return button(label, 'endorsements:view', { args: [endorsement.id] });
}

function emptyView(language: Language, preferences: InlineButton[][]): View {
  return {
    html: text(language, 'endorsements-empty'),
    inline: [
      [button(plain(language, 'button-request'), 'request:choose', { style: 'primary' })],
      ...preferences,
      [homeButton(language)],
    ],
  };
}
