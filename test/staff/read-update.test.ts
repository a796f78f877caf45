import { describe, expect, test } from 'vitest';
import { readUpdate, type StaffUpdate } from '../../bot/staff/update/read-update.ts';

const from = { id: 7, is_bot: false, first_name: '静', last_name: '周', language_code: 'zh-hans' };
const PRIVATE = { id: 7, type: 'private' };
const FORUM = { id: -100, type: 'supergroup', is_forum: true };

const message = (more: Partial<NonNullable<StaffUpdate['message']>>): StaffUpdate => ({
  update_id: 1,
  message: { message_id: 3, from, chat: PRIVATE, ...more },
});
const read = (update: StaffUpdate) => readUpdate(update, 'jiazhu_staff_bot');

describe('what a member did', () => {
  test('is said by somebody whose name stands in its own order', () => {
    expect(read(message({ text: 'x' }))).toMatchObject({ user: { id: 7, name: '周静', language: 'zh-CN' } });
    const grace = { id: 8, is_bot: false, first_name: 'Grace', last_name: 'Wong', language_code: 'en' };
    expect(read(message({ from: grace, text: 'x' }))).toMatchObject({ user: { name: 'Grace Wong', language: 'en' } });
  });

  test('is a command to this bot, or to none by name', () => {
    const event = { kind: 'command', name: 'find', payload: 'DEMO 1', messageId: 3, replyTo: null };
    expect(read(message({ text: '/find DEMO 1' }))).toMatchObject({ event });
    expect(read(message({ text: '/find@Jiazhu_Staff_Bot DEMO 1' }))).toMatchObject({ event });
    expect(read(message({ text: '/find@another_bot DEMO 1' }))).toBeUndefined();
  });

  test('answers a message, with text or with a document', () => {
    const reply_to_message = { message_id: 2 };
    expect(read(message({ text: 'yes', reply_to_message }))).toMatchObject({ event: { kind: 'text', replyTo: 2 } });
    const document = { file_id: 'f', file_name: 'rows.csv' };
    expect(read(message({ document, caption: 'here', reply_to_message }))).toMatchObject({
      event: { kind: 'sent-document', name: 'rows.csv', mimeType: '', size: 0, caption: 'here', replyTo: 2 },
    });
  });

  test('is in a topic only where there are topics: a thread of replies has a number, too', () => {
    const inTopic = { chat: FORUM, message_thread_id: 5, is_topic_message: true, text: 'x' };
    expect(read(message(inTopic))).toMatchObject({
      place: { chatId: -100, kind: 'group', threadId: 5, isForum: true },
    });
    const inThread = { chat: { id: -100, type: 'supergroup' }, message_thread_id: 5, text: 'x' };
    expect(read(message(inThread))).toMatchObject({ place: { threadId: null, isForum: false } });
  });

  test('is a tap in the topic of its message, or on a message that Telegram doesn’t tell any more', () => {
    const tapped = { message_id: 4, chat: FORUM, message_thread_id: 5, is_topic_message: true };
    const tap = { id: 'c', from, data: 'a:b' };
    expect(read({ update_id: 1, callback_query: { ...tap, message: tapped } })).toMatchObject({
      place: { chatId: -100, threadId: 5 },
      event: { kind: 'tap', messageId: 4, callbackId: 'c', data: 'a:b' },
    });
    expect(read({ update_id: 1, callback_query: tap })).toMatchObject({
      place: { chatId: 7, kind: 'private' },
      event: { messageId: null },
    });
  });
});

describe('what nobody did is not read', () => {
  test.each([
    ['a bot', message({ from: { ...from, is_bot: true }, text: 'x' })],
    ['a channel', message({ chat: { id: -5, type: 'channel' }, text: 'x' })],
    ['nobody', { update_id: 1 }],
  ])('%s', (_what, update) => {
    expect(read(update)).toBeUndefined();
  });
});

test('a group that becomes another chat says which', () => {
  const update = message({ chat: { id: -5, type: 'group' }, migrate_to_chat_id: -100_5 });
  expect(read(update)).toEqual({ updateId: 1, from: -5, to: -1005 });
});
