import { Telegraf } from 'telegraf';
import { describe, expect, test } from 'vitest';
import type { Fault } from '../../../bot/sandbox/chat-api.ts';
import { type CallApi, telegrafTelegramApi } from '../../../bot/telegram/api/telegraf-api.ts';
import type { StaffTelegramApi } from '../../../bot/telegram/api/telegram-api.ts';
import type { Timeouts } from '../../../bot/telegram/api/timeouts.ts';
import { LI, start, STAFF_BOT } from '../../sandbox/start.ts';

const HELLO = { chatId: LI.id, html: '<b>你好</b>', markup: undefined };
const FORUM = {
  id: -1_003_000_000_001,
  title: '客服群',
  bots: [STAFF_BOT.username],
  admins: [STAFF_BOT.username],
  members: [LI.id],
  isForum: true,
};
const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

function apiAt(apiRoot: string, timeouts?: Timeouts): StaffTelegramApi {
  const { telegram } = new Telegraf(STAFF_BOT.token, { telegram: { apiRoot, webhookReply: false } });
  return telegrafTelegramApi(telegram, telegram.callApi.bind(telegram) as CallApi, timeouts);
}

/** The staff bot's API over HTTP to the sandbox, in whose chat the person has started the bot. */
async function bench() {
  const { sandbox } = await start({ groups: [FORUM] });
  const person = sandbox.person(LI.id, STAFF_BOT.username);
  await person.sendText('/start');
  const spoil = (method: string, fault: Fault['fault']) =>
    sandbox.fault({ bot: STAFF_BOT.username, method, times: 1, fault });
  const texts = () => person.chat().messages.flatMap(({ from, text }) => (from === 'bot' ? [text] : []));
  const group = sandbox.person(LI.id, STAFF_BOT.username, FORUM.id);
  return { sandbox, person, group, api: apiAt(sandbox.apiRoot), spoil, texts };
}

describe('how a call through telegraf ended', () => {
  test('a message that went out has its id', async () => {
    const { api, person, sandbox } = await bench();
    const answer = await api.sendMessage(HELLO);
    expect(answer).toEqual({ kind: 'done', value: { messageId: person.lastMessage().message_id } });
    expect(person.lastMessage()).toMatchObject({ text: '你好', entities: [{ type: 'bold' }] });
    expect(sandbox.requests().at(-1)?.parameters['link_preview_options']).toEqual({ is_disabled: true });
  });

  test('a button keeps what telegraf’s types don’t know', async () => {
    const { api, person } = await bench();
    const markup = { inline_keyboard: [[{ text: '好', callback_data: 'x:y', style: 'danger' as const }]] };
    await api.sendMessage({ ...HELLO, markup });
    expect(person.lastMessage().inline_keyboard).toEqual([[{ text: '好', callback_data: 'x:y', style: 'danger' }]]);
  });

  test('a refusal has its code and its words', async () => {
    const { api, person } = await bench();
    await person.block();
    expect(await api.sendMessage(HELLO)).toMatchObject({ kind: 'refused', code: 403 });
  });

  test('a 429 says for how long, a 5xx that nothing was sent', async () => {
    const { api, spoil, texts } = await bench();
    spoil('sendMessage', { kind: 'too_many_requests', retry_after: 7 });
    expect(await api.sendMessage(HELLO)).toEqual({ kind: 'too-many', retryAfterMs: 7000 });
    spoil('sendMessage', { kind: 'server_error' });
    expect(await api.sendMessage(HELLO)).toMatchObject({ kind: 'not-sent', detail: '500' });
    expect(texts()).toEqual([]);
  });

  test('a message that was taken but never answered is unknown, not unsent', async () => {
    const { api, spoil, texts } = await bench();
    spoil('sendMessage', { kind: 'accept_then_drop' });
    expect(await api.sendMessage(HELLO)).toMatchObject({ kind: 'unknown' });
    expect(texts()).toEqual(['你好']);
  });

  test('a call without an answer is given up, and its outcome unknown', async () => {
    const { sandbox, spoil } = await bench();
    spoil('sendMessage', { kind: 'delay', ms: 500 });
    const impatient = apiAt(sandbox.apiRoot, { callMs: 20, fileMs: 20 });
    expect(await impatient.sendMessage(HELLO)).toMatchObject({ kind: 'unknown' });
  });

  test('a server that is not there was certainly not reached', async () => {
    expect(await apiAt('http://127.0.0.1:1').sendMessage(HELLO)).toMatchObject({ kind: 'not-sent' });
  });
});

describe('what the staff bot sends besides texts', () => {
  test('a document and a picture, each as an answer', async () => {
    const { api, person } = await bench();
    const asked = await person.sendText('请发文件');
    const to = { chatId: LI.id, replyTo: asked, captionHtml: '<i>说明</i>', markup: undefined };
    const file = { bytes: Buffer.from('a,b\n'), name: 'rows.csv' };
    expect(await api.sendDocument({ ...to, file })).toMatchObject({ kind: 'done' });
    expect(person.lastMessage()).toMatchObject({ caption: '说明', document: { file_name: 'rows.csv' } });
    expect(await api.sendPhoto({ ...to, bytes: PIXEL })).toMatchObject({ kind: 'done' });
    expect(Buffer.from(await person.download(person.lastMessage()))).toEqual(PIXEL);
  });

  test('an answer to a message that is gone goes out all the same', async () => {
    const { api, texts } = await bench();
    expect(await api.sendMessage({ ...HELLO, replyTo: 4242 })).toMatchObject({ kind: 'done' });
    expect(texts()).toEqual(['你好']);
  });

  test('a message to a topic, which is opened, renamed, closed and opened again', async () => {
    const { api, group } = await bench();
    const opened = await api.createForumTopic({ chatId: FORUM.id, name: '工单 1' });
    if (opened.kind !== 'done') throw new Error(opened.kind);
    const { threadId } = opened.value;
    await api.sendMessage({ ...HELLO, chatId: FORUM.id, threadId });
    expect(group.lastMessage()).toMatchObject({ text: '你好', thread_id: threadId });
    for (const change of [{ kind: 'rename', name: '工单 1 ✓' }, { kind: 'close' }, { kind: 'reopen' }] as const) {
      expect(await api.changeForumTopic({ chatId: FORUM.id, threadId, change })).toEqual({
        kind: 'done',
        value: undefined,
      });
    }
  });

  test('a menu of commands for one chat, or none', async () => {
    const { api, sandbox } = await bench();
    await api.setChatCommands({ chatId: LI.id, commands: [{ command: 'find', description: 'x' }] });
    await api.setChatCommands({ chatId: LI.id, commands: [] });
    expect(sandbox.requests().map(({ method }) => method)).toEqual(['setMyCommands', 'deleteMyCommands']);
  });
});
