import type { ServiceNotice } from '../../../engine/notice/service-notice.ts';
import { noticeToAgree } from '../../../engine/notice/agree-to-notice.ts';
import type { Policy } from '../../../engine/policy/policy.ts';
import type { Language } from '../../../engine/ports/language.ts';
import { CallbackDataError, type CallbackData, packCallback } from '../../telegram/buttons/callback-data.ts';
import type { InlineButton, View } from '../../telegram/effects.ts';
import { escapeHtml, plain, text } from '../../telegram/text/locale.ts';
import { pageOf } from '../../telegram/buttons/paging.ts';
import { splitHtml } from '../../telegram/text/split.ts';
import type { LinkedTurn } from '../turn.ts';
import { hotline } from '../../telegram/text/words.ts';

/** A page is about what a phone shows without much scrolling. */
const PAGE_CHARACTERS = { 'zh-CN': 450, en: 1100 } as const;

const HOME: CallbackData = { feature: 'home', action: 'show', args: [] };

/** The notice that stands between the holder and what they wanted; undefined when they agreed to it. */
export async function noticeInTheWay(turn: LinkedTurn, wanted: CallbackData): Promise<View | undefined> {
  const notice = await noticeToAgree(turn.tx, turn.link.holderId);
  return notice && noticeView(turn.account.language, notice, 1, wanted);
}

/** One page of a notice. Its buttons remember what the holder wanted, so that agreeing goes on to it. */
export function noticeView(language: Language, notice: ServiceNotice, wantedPage: number, wanted: CallbackData): View {
  const parts = splitHtml(withHeadings(escapeHtml(notice.texts[language])), PAGE_CHARACTERS[language]);
  const { page, pages } = pageOf(parts.length, 1, wantedPage);
  const numbers = { version: notice.version, page: String(page), pages: String(pages) };
  const heading = pages === 1 ? text(language, 'notice-page-single', numbers) : text(language, 'notice-page', numbers);
  const turning: InlineButton[] = [];
  if (page > 1) turning.push(noticeButton(language, 'button-previous-page', 'page', [String(page - 1)], wanted));
  if (page < pages) {
    const next = noticeButton(language, 'button-next-page', 'page', [String(page + 1)], wanted);
    turning.push({ ...next, style: 'primary' });
  }
  const rows = page === pages ? [agreeRow(language, notice.version, wanted), turning] : [turning];
  return { html: `${heading}\n\n${parts[page - 1] ?? ''}`, inline: rows };
}

/** The first line of each block of several lines is its heading. */
function withHeadings(html: string): string {
  return html.replaceAll(/(^|\n\n)([^\n]+)(?=\n[^\n])/g, '$1<b>$2</b>');
}

/** What not agreeing means, and where to ask. */
export function declinedView(language: Language, policy: Policy, wanted: CallbackData): View {
  return {
    html: text(language, 'notice-declined', hotline(language, policy)),
    inline: [
      [{ ...noticeButton(language, 'button-read-again', 'page', ['1'], wanted), style: 'primary' }],
      [
        { text: plain(language, 'button-faq'), data: packCallback({ feature: 'faq', action: 'list', args: [] }) },
        {
          text: plain(language, 'button-privacy'),
          data: packCallback({ feature: 'privacy', action: 'show', args: [] }),
        },
      ],
    ],
  };
}

/** What the holder wanted, from the callback data of a notice's button. `own`: how many arguments come before. */
export function wantedOf({ args, version }: CallbackData, own: number): CallbackData {
  const [feature, action, ...rest] = args.slice(own);
  if (feature === undefined || action === undefined || feature === 'notice') return HOME;
  return { feature, action, args: rest, ...(version === undefined ? {} : { version }) };
}

function agreeRow(language: Language, version: string, wanted: CallbackData): InlineButton[] {
  return [
    { ...noticeButton(language, 'button-agree', 'agree', [version], wanted), style: 'success' },
    noticeButton(language, 'button-decline', 'decline', [], wanted),
  ];
}

function noticeButton(
  language: Language,
  label: 'button-previous-page' | 'button-next-page' | 'button-agree' | 'button-decline' | 'button-read-again',
  action: string,
  own: string[],
  wanted: CallbackData,
): InlineButton {
  return { text: plain(language, label), data: packWith(action, own, wanted) };
}

// What doesn't fit a button is given up: agreeing then leads home.
function packWith(action: string, own: string[], { feature, action: then, args, version }: CallbackData): string {
  const rest = version === undefined ? {} : { version };
  try {
    return packCallback({ feature: 'notice', action, args: [...own, feature, then, ...args], ...rest });
  } catch (error) {
    if (!(error instanceof CallbackDataError)) throw error;
    return packCallback({ feature: 'notice', action, args: [...own, HOME.feature, HOME.action] });
  }
}
