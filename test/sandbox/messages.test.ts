import { expect, test } from 'vitest';
import { DAY_MS } from '../../engine/time/instant.ts';
import { grammyBot, LI, refusal, result, startWithLi, telegrafBot } from './start.ts';

const TO_LI = { chat_id: LI.id };
const row = (callback_data: string) => ({ inline_keyboard: [[{ text: 'x', callback_data }]] });

test.each([
  ['no text', { text: '' }, 'message text is empty'],
  ['only white space', { text: ' \n ' }, 'message text is empty'],
  ['4097 characters', { text: '注'.repeat(4097) }, 'message is too long'],
  ['data of 65 bytes', { text: 'x', reply_markup: row('注'.repeat(21) + 'ab') }, 'BUTTON_DATA_INVALID'],
  ['empty data', { text: 'x', reply_markup: row('') }, 'BUTTON_DATA_INVALID'],
  [
    'a button that does nothing',
    { text: 'x', reply_markup: { inline_keyboard: [[{ text: 'x' }]] } },
    "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard",
  ],
  [
    'a button that leads to this machine',
    { text: 'x', reply_markup: { inline_keyboard: [[{ text: 'x', url: 'http://localhost:8080/v' }]] } },
    "inline keyboard button URL 'http://localhost:8080/v' is invalid: Wrong HTTP URL",
  ],
  ['a reply to nothing', { text: 'x', reply_parameters: { message_id: 99 } }, 'message to be replied not found'],
  ['an unknown parse mode', { text: 'x', parse_mode: 'BBCode' }, 'unsupported parse_mode'],
  [
    'an open tag',
    { text: '<b>x', parse_mode: 'HTML' },
    'can\'t parse entities: Can\'t find end tag corresponding to start tag "b"',
  ],
  [
    'a dot in MarkdownV2',
    { text: 'end.', parse_mode: 'MarkdownV2' },
    "can't parse entities: Character '.' is reserved and must be escaped with the preceding '\\'",
  ],
  [
    'an entity beyond the end',
    { text: 'ab', entities: [{ type: 'bold', offset: 1, length: 5 }] },
    'entity beginning at UTF-16 offset 1 ends after the end of the text at UTF-16 offset 6',
  ],
])('sendMessage refuses %s', async (_, parameters, reason) => {
  const { sandbox } = await startWithLi();
  expect(await refusal(sandbox, 'sendMessage', { ...TO_LI, ...parameters })).toBe(`400 Bad Request: ${reason}`);
});

test('sendMessage takes 4096 characters after parsing, 64 bytes of data, and entities', async () => {
  const { sandbox, li } = await startWithLi();
  const text = `<b>${'注'.repeat(4096)}</b>`;
  await result(sandbox, 'sendMessage', { ...TO_LI, text, parse_mode: 'HTML', reply_markup: row('x'.repeat(64)) });
  expect(li.lastMessage().text).toHaveLength(4096);
  const entities = [{ type: 'spoiler', offset: 0, length: 2 }];
  expect(await result(sandbox, 'sendMessage', { ...TO_LI, text: '秘密 ', entities })).toMatchObject({
    text: '秘密',
    entities,
  });
});

test('an edit changes text and buttons, and without buttons takes them away', async () => {
  const { sandbox, li, clock } = await startWithLi();
  await result(sandbox, 'sendMessage', { ...TO_LI, text: 'before', reply_markup: row('go') });
  clock.advance(5000);
  const edited = await result(sandbox, 'editMessageText', { ...TO_LI, message_id: 2, text: 'after' });
  expect(edited).toMatchObject({ message_id: 2, text: 'after', edit_date: Date.UTC(2026, 2, 2, 2, 0, 5) / 1000 });
  expect(li.screen()).toBe('#1 you: /start\n#2 bot (edited): after');
  await result(sandbox, 'editMessageReplyMarkup', { ...TO_LI, message_id: 2, reply_markup: row('go') });
  expect(li.lastMessage().inline_keyboard).toEqual([[{ text: 'x', callback_data: 'go' }]]);
});

test('an edit that changes nothing, of nothing, or of what is not its own is refused', async () => {
  const { sandbox, li } = await startWithLi();
  const markup = { reply_markup: row('go') };
  await result(sandbox, 'sendMessage', { ...TO_LI, text: 'same', ...markup });
  const edit = (parameters: object): Promise<string> =>
    refusal(sandbox, 'editMessageText', { ...TO_LI, ...parameters });
  expect(await edit({ message_id: 2, text: 'same', ...markup })).toBe(
    '400 Bad Request: message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message',
  );
  expect(await edit({ message_id: 77, text: 'x' })).toBe('400 Bad Request: message to edit not found');
  expect(await edit({ text: 'x' })).toBe('400 Bad Request: message identifier is not specified');
  expect(await edit({ message_id: 1, text: 'x' })).toBe("400 Bad Request: message can't be edited");
  const keyboard = { keyboard: [[{ text: '分享', request_contact: true }]] };
  await result(sandbox, 'sendMessage', { ...TO_LI, text: 'with keyboard', reply_markup: keyboard });
  expect(await edit({ message_id: 3, text: 'x' })).toBe("400 Bad Request: message can't be edited");
  expect(await refusal(sandbox, 'editMessageCaption', { ...TO_LI, message_id: 2, caption: 'x' })).toBe(
    '400 Bad Request: there is no caption in the message to edit',
  );
  expect(li.screen()).toContain('#2 bot: same');
});

test('a bot deletes its own and a person’s messages within 48 hours', async () => {
  const { sandbox, li, clock } = await startWithLi();
  await result(sandbox, 'sendMessage', { ...TO_LI, text: 'mine' });
  await result(sandbox, 'deleteMessage', { ...TO_LI, message_id: 1 });
  expect(li.screen()).toBe('#2 bot: mine');
  expect(await refusal(sandbox, 'deleteMessage', { ...TO_LI, message_id: 1 })).toBe(
    '400 Bad Request: message to delete not found',
  );
  clock.advance(2 * DAY_MS - 1000);
  await li.sendText('new');
  clock.advance(1000);
  expect(await refusal(sandbox, 'deleteMessage', { ...TO_LI, message_id: 2 })).toBe(
    "400 Bad Request: message can't be deleted for everyone",
  );
  await result(sandbox, 'deleteMessages', { ...TO_LI, message_ids: [2, 3, 50] });
  expect(li.screen()).toBe('#2 bot: mine');
});

test('a reply keyboard shows, sends its labels, hides when it is for one time, and is removed', async () => {
  const { sandbox, li } = await startWithLi();
  const keyboard = {
    keyboard: [['是', { text: '否' }]],
    one_time_keyboard: true,
    input_field_placeholder: '请选择',
  };
  await result(sandbox, 'sendMessage', { ...TO_LI, text: '?', reply_markup: keyboard });
  expect(li.chat().reply_keyboard).toEqual({
    rows: [[{ text: '是' }, { text: '否' }]],
    placeholder: '请选择',
    one_time: true,
  });
  await li.press('否');
  expect(li.chat().reply_keyboard).toBeNull();
  await result(sandbox, 'sendMessage', { ...TO_LI, text: '!', reply_markup: { keyboard: [['留']] } });
  await result(sandbox, 'sendMessage', { ...TO_LI, text: '.', reply_markup: { remove_keyboard: true } });
  expect(li.chat().reply_keyboard).toBeNull();
});

test('messages are copied without and forwarded with their origin', async () => {
  const { sandbox } = await startWithLi();
  const source = { ...TO_LI, from_chat_id: LI.id, message_id: 1 };
  expect(await result(sandbox, 'copyMessage', source)).toEqual({ message_id: 2 });
  expect(await result(sandbox, 'forwardMessage', source)).toMatchObject({
    text: '/start',
    forward_origin: { type: 'user', sender_user: { id: LI.id } },
  });
});

test('buttons keep their style, link and text to copy', async () => {
  const { sandbox, li } = await startWithLi();
  const inline_keyboard = [
    [{ text: '撤销', callback_data: 'r', style: 'danger' }],
    [
      { text: '官网', url: 'https://example.org/' },
      { text: '复制', copy_text: { text: 'JZ-1' } },
    ],
  ];
  await grammyBot(sandbox).api.sendMessage(LI.id, '…', {
    reply_markup: { inline_keyboard: inline_keyboard as never },
  });
  expect(li.lastMessage().inline_keyboard).toEqual(inline_keyboard);
});

test('both clients understand the refusals', async () => {
  const { sandbox } = await startWithLi();
  await sandbox.person(LI.id, 'staff_test_bot').sendText('/start');
  await expect(grammyBot(sandbox).api.sendMessage(LI.id, '')).rejects.toMatchObject({ error_code: 400 });
  await expect(telegrafBot(sandbox).telegram.sendMessage(LI.id, '')).rejects.toMatchObject({ code: 400 });
});
