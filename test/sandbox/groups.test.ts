import type { Update } from 'grammy/types';
import { expect, test } from 'vitest';
import { grammyBot, HOLDER_BOT, LI, polling, refusal, result, STAFF_BOT, start, WANG } from './start.ts';

const GROUP = {
  id: -1_000_000_000_001,
  title: '客服群',
  bots: [HOLDER_BOT.username, STAFF_BOT.username],
  admins: [STAFF_BOT.username],
  members: [LI.id],
  isForum: true,
};

async function startGroup() {
  const { sandbox } = await start({ groups: [GROUP] });
  return { sandbox, li: sandbox.person(LI.id, STAFF_BOT.username, GROUP.id) };
}

test('a bot answers in a group', async () => {
  const { sandbox } = await startGroup();
  const bot = grammyBot(sandbox);
  bot.command('help', (ctx) => ctx.reply(`${ctx.chat.type} ${ctx.chat.title ?? ''}`));
  await polling(bot);
  const li = sandbox.person(LI.id, HOLDER_BOT.username, GROUP.id);
  await li.sendText('/help');
  await li.waitForText('supergroup 客服群');
  expect(li.chat()).toMatchObject({ person: GROUP.id, messages: [{ sender: { name: '丽' } }, { from: 'bot' }] });
});

test('a bot that is no administrator sees only commands, mentions and answers to it', async () => {
  const { sandbox, li } = await startGroup();
  const { message_id } = await result<{ message_id: number }>(sandbox, 'sendMessage', {
    chat_id: GROUP.id,
    text: 'hi',
  });
  await li.sendText('just talk');
  await li.sendText('/help');
  await li.sendText(`/help@${STAFF_BOT.username}`);
  await li.sendText(`look @${HOLDER_BOT.username}`);
  await li.replyTo(message_id, 'to you');
  const texts = async (bot: typeof HOLDER_BOT): Promise<unknown[]> =>
    (await result<Update[]>(sandbox, 'getUpdates', {}, bot)).map(({ message }) => message?.text);
  expect(await texts(HOLDER_BOT)).toEqual(['/help', `look @${HOLDER_BOT.username}`, 'to you']);
  expect(await texts(STAFF_BOT)).toHaveLength(5);
});

test('a tap in a group goes to the bot whose message it is', async () => {
  const { sandbox, li } = await startGroup();
  const reply_markup = { inline_keyboard: [[{ text: '接', callback_data: 'take' }]] };
  await result(sandbox, 'sendMessage', { chat_id: GROUP.id, text: '?', reply_markup });
  const id = await li.tap('接');
  expect(await result(sandbox, 'getUpdates', {}, STAFF_BOT)).toEqual([]);
  expect(await result(sandbox, 'getUpdates')).toMatchObject([
    { callback_query: { id, message: { chat: { id: GROUP.id } } } },
  ]);
});

test('topics are opened, written to, closed and deleted by an administrator', async () => {
  const { sandbox, li } = await startGroup();
  const chat_id = GROUP.id;
  const topic = await result<{ message_thread_id: number }>(
    sandbox,
    'createForumTopic',
    { chat_id, name: '李丽' },
    STAFF_BOT,
  );
  const { message_thread_id } = topic;
  const inTopic = { chat_id, message_thread_id };
  await result(sandbox, 'sendMessage', { ...inTopic, text: '新的问题' }, STAFF_BOT);
  await li.sendText('好', { thread_id: message_thread_id });
  expect(await result(sandbox, 'getUpdates', { offset: -1 }, STAFF_BOT)).toMatchObject([
    { message: { text: '好', message_thread_id, is_topic_message: true } },
  ]);
  await result(sandbox, 'editForumTopic', { ...inTopic, name: '李丽 ✓' }, STAFF_BOT);
  await result(sandbox, 'closeForumTopic', inTopic, STAFF_BOT);
  expect(await refusal(sandbox, 'sendMessage', { ...inTopic, text: 'x' })).toBe('400 Bad Request: TOPIC_CLOSED');
  await result(sandbox, 'reopenForumTopic', inTopic, STAFF_BOT);
  expect(await refusal(sandbox, 'createForumTopic', { chat_id, name: 'x' })).toBe(
    '400 Bad Request: not enough rights to create a topic',
  );
  await result(sandbox, 'deleteForumTopic', inTopic, STAFF_BOT);
  expect(li.chat().messages).toEqual([]);
  expect(await refusal(sandbox, 'sendMessage', { ...inTopic, text: 'x' }, STAFF_BOT)).toBe(
    '400 Bad Request: message thread not found',
  );
});

test('only members and bots of a group take part', async () => {
  const { sandbox } = await startGroup();
  expect(() => sandbox.person(WANG.id, STAFF_BOT.username, GROUP.id)).toThrow(`no group ${GROUP.id}`);
  expect(await result(sandbox, 'getChatMember', { chat_id: GROUP.id, user_id: WANG.id })).toMatchObject({
    status: 'left',
  });
  expect(await result(sandbox, 'getChat', { chat_id: GROUP.id })).toMatchObject({ title: '客服群', is_forum: true });
});
