import type { Update } from 'grammy/types';
import { expect, test } from 'vitest';
import { LI, refusal, result, startWithLi } from './start.ts';

const TOO_OLD = '400 Bad Request: query is too old and response timeout expired or query ID is invalid';

async function startWithButton() {
  const started = await startWithLi();
  const { sandbox } = started;
  const reply_markup = { inline_keyboard: [[{ text: '确认', callback_data: 'ok' }]] };
  await result(sandbox, 'sendMessage', { chat_id: LI.id, text: '?', reply_markup });
  const fetchTaps = async () => {
    const updates = await result<Update[]>(sandbox, 'getUpdates');
    return updates.flatMap(({ callback_query }) => callback_query ?? []);
  };
  return { ...started, fetchTaps };
}

test('a tap reaches the bot with its message and is answered once', async () => {
  const { sandbox, li, fetchTaps } = await startWithButton();
  const id = await li.tap('确认');
  const [tap] = await fetchTaps();
  expect(tap).toMatchObject({ id, data: 'ok', from: { id: LI.id }, message: { message_id: 2, text: '?' } });
  await result(sandbox, 'answerCallbackQuery', { callback_query_id: id, text: '好', show_alert: true });
  expect(await li.callbackAnswer()).toMatchObject({ text: '好', show_alert: true });
  expect(await refusal(sandbox, 'answerCallbackQuery', { callback_query_id: id })).toBe(TOO_OLD);
});

test('a tap can be answered for 150 seconds', async () => {
  const { sandbox, li, clock } = await startWithButton();
  const [early, late] = [await li.tap('确认'), await li.tap('确认')];
  clock.advance(149_999);
  await result(sandbox, 'answerCallbackQuery', { callback_query_id: early });
  clock.advance(1);
  expect(await refusal(sandbox, 'answerCallbackQuery', { callback_query_id: late })).toBe(TOO_OLD);
  expect(await refusal(sandbox, 'answerCallbackQuery', { callback_query_id: 'made up' })).toBe(TOO_OLD);
});

test('an answer has at most 200 characters', async () => {
  const { sandbox, li } = await startWithButton();
  const callback_query_id = await li.tap('确认');
  expect(await refusal(sandbox, 'answerCallbackQuery', { callback_query_id, text: '好'.repeat(201) })).toBe(
    '400 Bad Request: MESSAGE_TOO_LONG',
  );
  await result(sandbox, 'answerCallbackQuery', { callback_query_id, text: '好'.repeat(200) });
});

test('a client can make up data, and tap on a message that is gone', async () => {
  const { sandbox, li, fetchTaps } = await startWithButton();
  await li.tap({ messageId: 2, data: 'forged:1' });
  await result(sandbox, 'deleteMessage', { chat_id: LI.id, message_id: 2 });
  await li.tap({ messageId: 2, data: 'ok' });
  expect(await fetchTaps()).toMatchObject([
    { data: 'forged:1', message: { text: '?' } },
    { data: 'ok', message: { message_id: 2, date: 0 } },
  ]);
  await expect(li.tap({ messageId: 99, data: 'ok' })).rejects.toThrow('no message 99 in this chat');
});

test('a tap that finds no button says what there is to see', async () => {
  const { li } = await startWithButton();
  await expect(li.tap('取消')).rejects.toThrow(
    '丽 does not see a button 取消. The chat:\n#1 you: /start\n#2 bot: ?\n    [ 确认 ]',
  );
});

test('a label is the whole label, unless it is a pattern', async () => {
  const { sandbox, li } = await startWithLi();
  const row = [
    { text: '不同意', callback_data: 'no' },
    { text: '同意', callback_data: 'yes' },
  ];
  await result(sandbox, 'sendMessage', { chat_id: LI.id, text: '须知', reply_markup: { inline_keyboard: [row] } });
  await li.tap('同意');
  await li.tap(/^不/);
  expect(sandbox.transcript().flatMap(({ what, data }) => (what === 'tap' ? data : []))).toEqual(['yes', 'no']);
});

test('a deep link starts the bot with its payload, if it is one', async () => {
  const { li } = await startWithLi();
  await li.openDeepLink('A1_b-2');
  expect(li.screen()).toContain('/start A1_b-2');
  expect(() => li.openDeepLink('not ok')).toThrow(RangeError);
});
