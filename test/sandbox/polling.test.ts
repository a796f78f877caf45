import type { Update } from 'grammy/types';
import { expect, onTestFinished, test, vi } from 'vitest';
import { DAY_MS } from '../../engine/time/instant.ts';
import { grammyBot, LI, polling, result, start, startWithLi, STAFF_BOT, telegrafBot, WANG } from './start.ts';

test('grammY and Telegraf poll at the same time, each with its own token and updates', async () => {
  const { sandbox } = await start();
  const holder = grammyBot(sandbox);
  holder.on('message:text', (ctx) => ctx.reply(`holder ${ctx.message.text}`));
  await polling(holder);
  const staff = telegrafBot(sandbox);
  staff.on('message', (ctx) => ctx.reply(`staff ${ctx.text ?? ''}`));
  await new Promise<void>((resolve) => {
    void staff.launch(resolve);
  });
  onTestFinished(() => staff.stop());

  const atHolder = sandbox.person(LI.id);
  const atStaff = sandbox.person(LI.id, STAFF_BOT.username);
  await Promise.all([atHolder.sendText('一'), atStaff.sendText('二')]);
  await atHolder.waitForText('holder 一');
  await atStaff.waitForText('staff 二');
  expect(atHolder.screen()).toBe('#1 you: 一\n#2 bot: holder 一');
});

test('a long poll is answered as soon as somebody writes', async () => {
  const { sandbox } = await start();
  const poll = result<Update[]>(sandbox, 'getUpdates', { offset: 1, timeout: 30 });
  await sandbox.person(LI.id).sendText('你好');
  expect((await poll).map(({ message }) => message?.text)).toEqual(['你好']);
});

test('an offset of 0 or 1 confirms nothing, a higher one all before it, a negative one all but the last', async () => {
  const { sandbox, li } = await startWithLi();
  await li.sendText('b');
  await li.sendText('c');
  const texts = async (offset: number): Promise<unknown[]> =>
    (await result<Update[]>(sandbox, 'getUpdates', { offset })).map(({ message }) => message?.text);
  expect(await texts(0)).toEqual(['/start', 'b', 'c']);
  expect(await texts(1)).toEqual(['/start', 'b', 'c']);
  const [first] = await result<Update[]>(sandbox, 'getUpdates', { limit: 1 });
  expect(await texts(first!.update_id + 1)).toEqual(['b', 'c']);
  expect(await texts(-1)).toEqual(['c']);
  expect(await texts(0)).toEqual(['c']);
});

test('what a poller that died had not confirmed goes to the next one', async () => {
  const { sandbox, li } = await startWithLi();
  const dying = new AbortController();
  const poll = fetch(`${sandbox.apiRoot}/bot1001:test-token-of-the-holder-bot/getUpdates?timeout=30&offset=-1`, {
    signal: dying.signal,
  });
  expect(await (await poll).json()).toMatchObject({ result: [{ message: { text: '/start' } }] });
  dying.abort();
  const bot = grammyBot(sandbox);
  bot.command('start', (ctx) => ctx.reply('again'));
  await polling(bot);
  await li.waitForText('again');
});

test('a second poller ends the poll of the first with 409', async () => {
  const { sandbox } = await start();
  const bot = grammyBot(sandbox);
  const conflict = bot.start().catch((error: unknown) => error);
  const lost = vi.fn<() => void>();
  void conflict.then(lost);
  await vi.waitUntil(async () => {
    await result(sandbox, 'getUpdates');
    return lost.mock.calls.length > 0;
  });
  expect(await conflict).toMatchObject({
    error_code: 409,
    description: 'Conflict: terminated by other getUpdates request; make sure that only one bot instance is running',
  });
});

test('allowed_updates is remembered, and an empty list brings back the default', async () => {
  const { sandbox, li } = await startWithLi();
  await result(sandbox, 'getUpdates', { offset: -1, allowed_updates: ['callback_query'] });
  const [{ update_id }] = await result<[Update]>(sandbox, 'getUpdates');
  await li.sendText('not wanted');
  expect(await result(sandbox, 'getUpdates', { offset: update_id + 1 })).toEqual([]);
  await result(sandbox, 'getUpdates', { allowed_updates: [] });
  await li.sendText('wanted');
  expect(await result(sandbox, 'getUpdates')).toMatchObject([{ message: { text: 'wanted' } }]);
});

test('taps that nobody fetched die after 150 seconds, messages after a day', async () => {
  const { sandbox, clock, li } = await startWithLi();
  const keyboard = { inline_keyboard: [[{ text: '是', callback_data: 'yes' }]] };
  await result(sandbox, 'sendMessage', { chat_id: LI.id, text: '?', reply_markup: keyboard });
  await li.tap('是');
  const waiting = async (): Promise<string[]> =>
    (await result<Update[]>(sandbox, 'getUpdates')).map((update) => (update.message ? 'message' : 'tap'));
  clock.advance(149_999);
  expect(await waiting()).toEqual(['message', 'tap']);
  clock.advance(1);
  expect(await waiting()).toEqual(['message']);
  clock.advance(DAY_MS - 150_000);
  expect(await waiting()).toEqual([]);
});

test('a message in a private chat comes with chat, sender, language and entities', async () => {
  const { sandbox } = await start();
  await sandbox.person(WANG.id).sendText('/start ab-12_C @somebot https://example.org/x.');
  const [update] = await result<Update[]>(sandbox, 'getUpdates');
  expect(update?.message).toEqual({
    message_id: 1,
    from: { id: WANG.id, is_bot: false, first_name: 'Wang', language_code: 'en' },
    chat: { id: WANG.id, type: 'private', first_name: 'Wang' },
    date: Date.UTC(2026, 2, 2, 2) / 1000,
    text: '/start ab-12_C @somebot https://example.org/x.',
    entities: [
      { type: 'bot_command', offset: 0, length: 6 },
      { type: 'mention', offset: 15, length: 8 },
      { type: 'url', offset: 24, length: 21 },
    ],
  });
});
