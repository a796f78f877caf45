import { answerTicket } from '../../../../../engine/tickets/staff/answer-ticket.ts';
import type { CannedAnswer } from '../../../../../engine/tickets/ticket.ts';
import type { Language } from '../../../../../engine/ports/language.ts';
import { done } from '../../../../../engine/result.ts';
import { button } from '../../../../telegram/buttons/button.ts';
import type { CallbackData } from '../../../../telegram/buttons/callback-data.ts';
import type { Effect } from '../../../../telegram/effects.ts';
import { plain, text } from '../../../../telegram/text/locale.ts';
import { show, toast } from '../../../show.ts';
import type { StaffTurn } from '../../../turn.ts';
import { showAfter, type Tapped } from '../deeds.ts';
import { languageHere, shownHere } from '../find-ticket.ts';
import { postView } from '../telling/post-view.ts';

/** More buttons than these nobody looks through. */
const MOST = 20;

/** 常用回复: which. */
export async function chooseCanned(turn: StaffTurn, { ticket, entry }: Tapped): Promise<Effect[]> {
  const { tx } = turn;
  const language = await languageHere(turn);
  const answers = (await tx.cannedAnswers.list()).slice(0, MOST);
  const rows = answers.map(({ id, title }) => [button(title, 'ticket:use', { args: [entry.id, id] })]);
  const back = button(plain(language, 'button-back'), 'ticket:back', { args: [entry.id] });
  const view = await postView(await shownHere(turn), ticket, entry);
  const ask = text(language, rows.length > 0 ? 'staff-ticket-which-canned' : 'staff-ticket-no-canned');
  return show(turn, { html: `${view.html}\n\n${ask}`, inline: [...rows, [back]] });
}

/** What the holder would read, in their language, before it is sent. */
export async function previewCanned(turn: StaffTurn, tapped: Tapped, data: CallbackData): Promise<Effect[]> {
  const found = await cannedFor(turn, tapped, data);
  if (!found) return gone(turn);
  const { ticket, entry } = tapped;
  const language = await languageHere(turn);
  const view = await postView(await shownHere(turn), ticket, entry);
  const preview = text(language, 'staff-ticket-canned-preview', { answer: found.answer.text[found.language] });
  const send = button(plain(language, 'staff-ticket-button-send'), 'ticket:send', {
    args: [entry.id, found.answer.id],
    style: 'primary',
  });
  const back = button(plain(language, 'button-back'), 'ticket:canned', { args: [entry.id] });
  return show(turn, { html: `${view.html}\n\n${preview}`, inline: [[send], [back]] });
}

export async function sendCanned(turn: StaffTurn, tapped: Tapped, data: CallbackData): Promise<Effect[]> {
  const found = await cannedFor(turn, tapped, data);
  if (!found) return gone(turn);
  const { tx, now, member, place, event } = turn;
  const messageId = event.kind === 'tap' ? event.messageId : null;
  const said = messageId === null ? null : { chatId: place.chatId, messageId };
  const answer = { now, member, ticketId: tapped.ticket.id, text: found.answer.text[found.language], said };
  const sent = await answerTicket(tx, answer);
  if (sent.ok) turn.note({ facts: { canned: found.answer.id, entry: sent.value.entry.id } });
  const result = sent.ok ? done(sent.value.ticket) : sent;
  return showAfter(turn, tapped, result, plain(member.language, 'staff-ticket-sending'));
}

async function cannedFor(
  { tx }: StaffTurn,
  { ticket }: Tapped,
  { args: [, id = ''] }: CallbackData,
): Promise<{ answer: CannedAnswer; language: Language } | undefined> {
  const answer = await tx.cannedAnswers.get(id);
  const account = await tx.accounts.get(ticket.accountId);
  return answer && { answer, language: account?.language ?? 'zh-CN' };
}

function gone(turn: StaffTurn): Effect[] {
  turn.note({ refusal: 'no-such-answer' });
  return toast(turn, plain(turn.member.language, 'staff-canned-none'));
}
