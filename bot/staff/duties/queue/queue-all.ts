import type { StaffTask } from '../../../../engine/ports/stores/staff-stores.ts';
import { countQueue } from '../../../../engine/staff/queue/queue-lists.ts';
import { settleAll, type SettledList } from '../../../../engine/staff/queue/settle-all.ts';
import type { QueueDeed } from '../../../../engine/staff/queue/settle-queued.ts';
import { button } from '../../../telegram/buttons/button.ts';
import type { CallbackData } from '../../../telegram/buttons/callback-data.ts';
import type { Effect } from '../../../telegram/effects.ts';
import { plain, text } from '../../../telegram/text/locale.ts';
import type { TaskContext } from '../../duty.ts';
import { show } from '../../show.ts';
import type { StaffTurn } from '../../turn.ts';
import { backTo, queueView } from './queue-views.ts';
import { listName, readDeed, readList } from './queue-words.ts';

/** Says how many it would be, before anything is done to all of a list. */
export async function askAll(turn: StaffTurn, { args: [name] }: CallbackData, deed: QueueDeed): Promise<Effect[]> {
  const { tx, now, member } = turn;
  const { language } = member;
  const list = readList(name);
  const count = list ? (await countQueue(tx, now))[list] : 0;
  if (!list || count === 0) return show(turn, await queueView(turn));
  turn.note({ facts: { list } });
  const words = { deed, name: listName(language, list), count: String(count) };
  const confirm = plain(language, 'staff-button-queue-confirm-all', { count: String(count) });
  const style = deed === 'retry' ? 'primary' : 'danger';
  return show(turn, {
    html: text(language, 'staff-queue-ask-all', words),
    // The hour makes a tap on an old message do nothing to what is in the list by then.
    inline: [
      [button(confirm, `queue:${deed}-all`, { args: [list, now.toString(36)], style })],
      [backTo(language, list)],
    ],
  });
}

/** A task does it, however many they are; one question leads to one task. */
export async function startAll(
  turn: StaffTurn,
  { args: [name, asked = ''] }: CallbackData,
  deed: QueueDeed,
): Promise<Effect[]> {
  const { tx, now, member, place } = turn;
  const list = readList(name);
  if (!list || !/^[0-9a-z]{1,12}$/.test(asked)) return show(turn, await queueView(turn));
  const id = `queue-all:${member.id}:${list}:${deed}:${asked}`;
  const payload = { list, deed, language: member.language };
  turn.note({ facts: { list } });
  await tx.staff.tasks.add({
    id,
    kind: 'queue-all',
    memberId: member.id,
    chatId: place.chatId,
    threadId: place.threadId,
    payload,
    createdAt: now,
  });
  return show(turn, { html: text(member.language, 'staff-queue-all-started') });
}

/** Goes through what is in the list at the beginning, until the role of who had it done no longer allows it. */
export async function runAll(
  { payload, memberId }: StaffTask,
  { storage, clock, deps, report }: TaskContext,
): Promise<Effect[]> {
  const list = readList(String(payload['list']));
  const deed = readDeed(String(payload['deed']));
  const language = payload['language'] === 'en' ? 'en' : 'zh-CN';
  if (!list || !deed) throw new TypeError('a task of the queue without a list or a deed');
  const onProgress = (count: number, total: number): void =>
    report(text(language, 'staff-queue-all-progress', { count: String(count), total: String(total) }));
  const settled = await settleAll({ ...deps, storage, clock }, { memberId, list, deed, onProgress });
  const html = doneWords(language, deed, settled);
  return [{ kind: 'send', view: { html, inline: [[backTo(language, list)]] } }];
}

function doneWords(language: 'zh-CN' | 'en', deed: QueueDeed, { done, refused, stopped }: SettledList): string {
  const words = { deed, count: String(done), refused: refused === 0 ? 'none' : String(refused) };
  const said = text(language, 'staff-queue-all-done', words);
  return stopped ? `${said}\n${text(language, 'staff-queue-all-stopped')}` : said;
}
