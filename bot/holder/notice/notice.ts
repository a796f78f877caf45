import { agreeToNotice, noticeToAgree } from '../../../engine/notice/agree-to-notice.ts';
import type { CallbackData } from '../../telegram/buttons/callback-data.ts';
import type { Effect } from '../../telegram/effects.ts';
import { plain, text } from '../../telegram/text/locale.ts';
import { pageNumber } from '../../telegram/buttons/paging.ts';
import type { Handled } from '../route.ts';
import { show, withNote } from '../show.ts';
import type { LinkedTurn } from '../turn.ts';
import { declinedView, noticeView, wantedOf } from './notice-view.ts';

export async function turnNoticePage(turn: LinkedTurn, data: CallbackData): Promise<Handled> {
  const notice = await noticeToAgree(turn.tx, turn.link.holderId);
  if (!notice) return { onTo: wantedOf(data, 1) };
  return show(turn, noticeView(turn.account.language, notice, pageNumber(data.args[0]), wantedOf(data, 1)));
}

/** Agrees to the version on the button, then goes on to what the holder wanted. */
export async function agree(turn: LinkedTurn, data: CallbackData): Promise<Handled> {
  const { tx, now, link, account } = turn;
  const { language } = account;
  const wanted = wantedOf(data, 1);
  const version = data.args[0] ?? '';
  const agreed = await agreeToNotice(tx, { now, holderId: link.holderId, accountId: account.id, version, language });
  if (agreed.ok) return { onTo: wanted, words: plain(language, 'notice-agreed', { version }) };
  const { notice } = agreed.refusal;
  if (!notice) return { onTo: wanted };
  const view = noticeView(language, notice, 1, wanted);
  return show(turn, withNote(view, text(language, 'notice-newer')));
}

export async function decline(turn: LinkedTurn, data: CallbackData): Promise<Effect[]> {
  return show(turn, declinedView(turn.account.language, turn.deps.policy, wantedOf(data, 0)));
}
