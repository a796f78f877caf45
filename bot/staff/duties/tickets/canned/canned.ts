import { z } from 'zod';
import { newId } from '../../../../../engine/ids.ts';
import type { CannedAnswer } from '../../../../../engine/tickets/ticket.ts';
import type { Language } from '../../../../../engine/ports/language.ts';
import { never } from '../../../../../engine/result.ts';
import { button } from '../../../../telegram/buttons/button.ts';
import type { CallbackData } from '../../../../telegram/buttons/callback-data.ts';
import type { Effect, View } from '../../../../telegram/effects.ts';
import { plain, text } from '../../../../telegram/text/locale.ts';
import { enterStep, isOfFlow, leaveDialog } from '../../../dialog.ts';
import type { Said } from '../../../duty.ts';
import { show, showInStep, toast } from '../../../show.ts';
import type { StaffTurn } from '../../../turn.ts';

export const FLOW = 'canned';
/** What fits a button, and what leaves room around it in a message. */
const LONGEST = { title: 30, text: 1500 };

const STATE = z.discriminatedUnion('step', [
  z.object({ step: z.literal('title'), id: z.string().nullable() }),
  z.object({ step: z.literal('chinese'), id: z.string().nullable(), title: z.string() }),
  z.object({ step: z.literal('english'), id: z.string().nullable(), title: z.string(), chinese: z.string() }),
]);
type State = z.infer<typeof STATE>;

/** The canned answers, each with its title as a button. */
export async function listCanned(turn: StaffTurn, words?: string): Promise<Effect[]> {
  const { tx, member } = turn;
  return show(turn, listView(member.language, await tx.cannedAnswers.list()), words);
}

export async function viewCanned(turn: StaffTurn, { args: [id = ''] }: CallbackData): Promise<Effect[]> {
  const { language } = turn.member;
  const answer = await turn.tx.cannedAnswers.get(id);
  if (!answer) return listCanned(turn, plain(language, 'staff-canned-none'));
  const facts = { title: answer.title, chinese: answer.text['zh-CN'], english: answer.text.en };
  const change = button(plain(language, 'staff-canned-button-change'), 'canned:change', { args: [id] });
  const remove = button(plain(language, 'staff-canned-button-delete'), 'canned:ask-delete', {
    args: [id],
    style: 'danger',
  });
  const back = button(plain(language, 'button-back'), 'canned:list');
  return show(turn, { html: text(language, 'staff-canned', facts), inline: [[change, remove], [back]] });
}

/** Asks for title and texts, of a new answer or instead of those of an old one. */
export async function writeCanned(turn: StaffTurn, { args: [id] }: CallbackData): Promise<Effect[]> {
  return show(turn, await ask(turn, { step: 'title', id: id ?? null }));
}

/** Asks first: nothing brings it back. */
export async function askDelete(turn: StaffTurn, { args: [id = ''] }: CallbackData): Promise<Effect[]> {
  const { language } = turn.member;
  const answer = await turn.tx.cannedAnswers.get(id);
  if (!answer) return listCanned(turn, plain(language, 'staff-canned-none'));
  const yes = button(plain(language, 'staff-canned-button-delete-yes'), 'canned:delete', {
    args: [id],
    style: 'danger',
  });
  const back = button(plain(language, 'button-back'), 'canned:view', { args: [id] });
  return show(turn, {
    html: text(language, 'staff-canned-ask-delete', { title: answer.title }),
    inline: [[yes], [back]],
  });
}

export async function deleteCanned(turn: StaffTurn, { args: [id = ''] }: CallbackData): Promise<Effect[]> {
  const deleted = await turn.tx.cannedAnswers.delete(id);
  turn.note({ about: id, ...(deleted ? {} : { refusal: 'no-such-answer' }) });
  return listCanned(turn, plain(turn.member.language, deleted ? 'staff-canned-deleted' : 'staff-canned-none'));
}

export async function stopWriting(turn: StaffTurn): Promise<Effect[]> {
  return listCanned(await leaveDialog(turn));
}

/** What is typed while an answer is written. */
export async function answerWriting(turn: StaffTurn, said: Said): Promise<Effect[]> {
  if (!isOfFlow(turn, FLOW)) return toast(turn);
  const state = STATE.parse(turn.dialog.data);
  const { language } = turn.member;
  const typed = said.kind === 'text' ? said.text.trim() : '';
  const limit = state.step === 'title' ? LONGEST.title : LONGEST.text;
  if (typed === '' || Array.from(typed).length > limit) {
    return show(turn, { html: text(language, 'staff-canned-too-long', { limit: String(limit) }) });
  }
  switch (state.step) {
    case 'title':
      return showInStep(turn, await ask(turn, { step: 'chinese', id: state.id, title: typed }));
    case 'chinese':
      return showInStep(turn, await ask(turn, { ...state, step: 'english', chinese: typed }));
    case 'english':
      return save(turn, { title: state.title, text: { 'zh-CN': state.chinese, en: typed } }, state.id);
    default:
      return never(state);
  }
}

async function ask(turn: StaffTurn, state: State): Promise<View> {
  const { language } = turn.member;
  const { dialog } = await enterStep(turn, FLOW, state);
  const cancel = button(plain(language, 'button-cancel'), 'canned:stop', { version: dialog.version });
  return { html: text(language, `staff-canned-ask-${state.step}`), inline: [[cancel]] };
}

async function save(turn: StaffTurn, answer: Pick<CannedAnswer, 'title' | 'text'>, known: string | null) {
  const { tx, now, deps, member, note } = turn;
  const id = known ?? newId(deps.random);
  await tx.cannedAnswers.put({ id, ...answer, changedAt: now });
  note({ about: id, facts: { change: 'save' } });
  const left = await leaveDialog(turn);
  const saved = text(member.language, 'staff-canned-saved', { title: answer.title });
  const list = listView(member.language, await tx.cannedAnswers.list());
  return show(left, { ...list, html: `${saved}\n\n${list.html}` });
}

function listView(language: Language, answers: readonly CannedAnswer[]): View {
  const rows = answers.map(({ id, title }) => [button(title, 'canned:view', { args: [id] })]);
  const add = button(plain(language, 'staff-canned-button-new'), 'canned:new', { style: 'primary' });
  const html = text(language, 'staff-canned-list', { count: answers.length });
  return { html, inline: [...rows, [add]] };
}
