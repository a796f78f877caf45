import type { Update } from 'grammy/types';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { decideUpdate, REPLIES } from '../../../bot/holder/update/handle-update.ts';
import type { PersonClient } from '../../../bot/sandbox/person-client.ts';
import type { TelegramApi } from '../../../bot/telegram/api/telegram-api.ts';
import { createPacing } from '../../../bot/telegram/sending/pacing.ts';
import { sendReply } from '../../../bot/telegram/update/reply.ts';
import { DAY_MS, later } from '../../../engine/time/instant.ts';
import { type Journey, startJourney } from '../journey.ts';
import { askFor, holder, tapFor } from '../ways.ts';

let journey: Journey;
let person: PersonClient;
beforeEach(async () => {
  journey = await startJourney();
  person = await holder(journey, 1001);
});
afterEach(() => journey.close());

let next = 900_000;
const from = { id: 1001, is_bot: false, first_name: '晓雨', language_code: 'zh-hans' };
const chat = { id: 1001, type: 'private' as const, first_name: '晓雨' };

function message(text: string): Update {
  next += 1;
  return { update_id: next, message: { message_id: next, date: 1, chat, from, text } };
}

function tap(messageId: number, data: string): Update {
  next += 1;
  const message = { message_id: messageId, date: 0 as const, chat };
  return { update_id: next, callback_query: { id: `${next}`, from, chat_instance: '1', message, data } };
}

/** Decides on an update as a process would that is killed before anything is sent. */
async function killedBeforeSending(update: Update): Promise<void> {
  expect(await decideUpdate(withAnswers({}), update)).toBeDefined();
}

async function goToSummary() {
  await person.sendText('/certificates');
  await person.waitForText('我的证书');
  await tapFor(person, /建造师/, '证书信息');
  await tapFor(person, '申请加注', '核对信息');
  await tapFor(person, /信息无误/, '有效期');
  const summary = await tapFor(person, /推荐/, '确认提交');
  return { messageId: summary.message_id, data: summary.inline_keyboard?.[0]?.[0]?.callback_data ?? '' };
}

const countMessages = () => person.chat().messages.length;

test('an update that comes again is not answered again', async () => {
  const update = message('/help');
  await journey.bot.handle(update);
  const before = countMessages();
  await journey.bot.handle(update);
  expect(countMessages()).toBe(before);
});

test('an answer that was decided on and not sent is sent when the update comes again', async () => {
  const update = message('/help');
  await killedBeforeSending(update);
  const before = countMessages();
  await journey.bot.handle(update);
  expect(countMessages()).toBe(before + 1);
  expect(person.lastMessage().text).toContain('使用帮助');
});

test('a request that was recorded before a kill is not recorded again', async () => {
  const { messageId, data } = await goToSummary();
  const update = tap(messageId, data);
  await killedBeforeSending(update);
  await journey.bot.handle(update);
  await journey.bot.handle(update);
  await person.waitForText('证书生成中', { before: true });
  await journey.work();
  expect(person.chat().messages.filter(({ document }) => document)).toHaveLength(1);
});

test('a progress message kept from before a kill does not hide that the copy is there', async () => {
  const { messageId, data } = await goToSummary();
  const update = tap(messageId, data);
  await killedBeforeSending(update);
  await journey.work();
  await person.waitForText('加注件已生成', { before: true });
  await journey.bot.handle(update);
  const shown = person.chat().messages.find(({ message_id }) => message_id === messageId);
  expect(shown?.text).toContain('加注件已生成');
});

test('a second tap on the button of a reminder leaves what stands there now, which changes when the copy is there', async () => {
  await askFor(person, /建造师/);
  await journey.work();
  await journey.advance({ days: 82 });
  const reminder = person.lastMessage();
  const data = reminder.inline_keyboard?.[0]?.[0]?.callback_data ?? '';
  await tapFor(person, '按原样再申请 90 天', '证书生成中');
  const second = await person.tap({ messageId: reminder.message_id, data });
  expect((await person.callbackAnswer(second)).text).toContain('不必重复申请');
  const shown = () => person.chat().messages.find(({ message_id }) => message_id === reminder.message_id)?.text;
  await person.sendText('/help');
  await person.waitForText('使用帮助');
  expect(shown()).toContain('通常几秒即可完成');
  await journey.work();
  expect(shown()).toContain('加注件已生成');
});

/** Telegram, answering every method as it is told, and with 401 otherwise. */
function withAnswers(answers: Partial<TelegramApi>) {
  const out = async () => ({ kind: 'refused', code: 401, description: 'Unauthorized' });
  const api = new Proxy(answers, { get: (told, method) => Reflect.get(told, method) ?? out }) as TelegramApi;
  const { storage, clock, deps, judge } = journey;
  const pacing = createPacing({ betweenCallsMs: 0, betweenInChatMs: 0 });
  return { ...deps, ...REPLIES, storage, clock, api, pacing, judge };
}

test('an answer that goes out later leaves the same behind: where progress is shown, and who blocks the bot', async () => {
  const { messageId, data } = await goToSummary();
  const decided = await decideUpdate(withAnswers({}), tap(messageId, data));
  const unsent = decided && (await sendReply(withAnswers({}), decided));
  if (!unsent) throw new Error('the answer went out');
  const editMessageText = async () => ({ kind: 'refused', code: 400, description: "message can't be edited" }) as const;
  const sendMessage = async () => ({ kind: 'done', value: { messageId: 4242 } }) as const;
  await sendReply(withAnswers({ editMessageText, sendMessage }), unsent);
  const pastThePromise = later(journey.clock.now(), 2 * DAY_MS);
  const [asked] = await journey.storage.transact((tx) => tx.endorsements.overdue(pastThePromise, 1));
  expect(asked?.progressMessageId).toBe(4242);
  const blocked = async () => ({ kind: 'refused', code: 403, description: 'bot was blocked by the user' }) as const;
  await sendReply(withAnswers({ editMessageText: blocked }), unsent);
  const account = await journey.storage.transact((tx) => tx.accounts.findByUser(1001));
  expect(account?.blockedAt).toBe(journey.clock.now());
});

test('a fault is told with a reference, and the bot goes on', async () => {
  const { storage } = journey;
  const transact = storage.transact.bind(storage);
  let broken = true;
  Object.assign(storage, {
    transact: (work: Parameters<typeof transact>[0]) =>
      broken ? Promise.reject(new Error('disk full')) : transact(work),
  });
  await person.sendText('/help');
  const sorry = await person.waitForText('系统暂时出了点问题');
  const reference = /编号 ([0-9A-Z]{6})/.exec(sorry.text ?? '')?.[1];
  expect(journey.logged.join('')).toContain(`"reference":"${reference}"`);
  broken = false;
  await person.sendText('/help');
  await person.waitForText('使用帮助');
});

test('answers go out again after Telegram was out of order or out of reach', async () => {
  journey.sandbox.fault({ bot: 'jiazhu_bot', method: 'sendMessage', times: 1, fault: { kind: 'server_error' } });
  await person.sendText('/help');
  await expect(person.waitForText('使用帮助')).resolves.toBeDefined();
});
