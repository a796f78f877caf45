import { maskName } from '../../../engine/registry/mask.ts';
import type { Language } from '../../../engine/ports/language.ts';
import type { InlineButton, View } from '../../telegram/effects.ts';
import { plain, text } from '../../telegram/text/locale.ts';
import { noticeInTheWay } from '../notice/notice-view.ts';
import { isLinked } from '../route.ts';
import { supportButton } from '../support/views.ts';
import type { LinkedTurn, Turn } from '../turn.ts';
import { button } from '../../telegram/buttons/button.ts';

const HOME = { feature: 'home', action: 'show', args: [] };

/** The first page: an invitation to link, the notice that waits for consent, or the menu. */
export async function homeView(turn: Turn): Promise<View> {
  if (!isLinked(turn)) return welcomeView(turn);
  return (await noticeInTheWay(turn, HOME)) ?? menuView(turn);
}

function welcomeView({ account: { language }, deps, dialog }: Turn): View {
  const authority = deps.policy.authority.name[language];
  if (dialog) {
    const resume = button(plain(language, 'button-continue-here'), 'home:resume', { style: 'primary' });
    return { html: text(language, 'welcome-unfinished', { authority }), inline: [[resume], [supportButton(language)]] };
  }
  const begin = button(plain(language, 'button-begin-linking'), 'linking:begin', { style: 'primary' });
  return { html: text(language, 'welcome', { authority }), inline: [[begin], [supportButton(language)]] };
}

async function menuView({ tx, account: { language }, link, dialog }: LinkedTurn): Promise<View> {
  const holder = await tx.holders.get(link.holderId);
  const name = maskName(holder?.name ?? '');
  const resume = button(plain(language, 'button-continue-here'), 'home:resume', { style: 'primary' });
  return dialog
    ? { html: text(language, 'home-unfinished', { name }), inline: [[resume], ...menuRows(language, false)] }
    : { html: text(language, 'home', { name }), inline: menuRows(language, true) };
}

function menuRows(language: Language, first: boolean): InlineButton[][] {
  return [
    [button(plain(language, 'button-request'), 'request:choose', first ? { style: 'primary' } : {})],
    [
      button(plain(language, 'button-certificates'), 'certificates:list'),
      button(plain(language, 'button-endorsements'), 'endorsements:list'),
    ],
    [button(plain(language, 'button-faq'), 'faq:list'), button(plain(language, 'button-privacy'), 'privacy:show')],
    [
      button(plain(language, 'button-verify'), 'verify:how'),
      button(plain(language, 'button-language'), 'language:choose'),
    ],
    [supportButton(language)],
  ];
}
