import type { Update } from 'grammy/types';
import { expect, test } from 'vitest';
import { readUpdate } from '../../../bot/holder/update/read-update.ts';

const from = { id: 7, is_bot: false, first_name: 'A', language_code: 'en' };
const chat = { id: 7, type: 'private' as const, first_name: 'A' };
const group = { id: -7, type: 'group' as const, title: 'G' };
const base = { message_id: 1, date: 1, from };

const read = (update: Omit<Update, 'update_id'>) => readUpdate({ update_id: 1, ...update }, 'jiazhu_bot');
const event = (update: Omit<Update, 'update_id'>) => {
  const incoming = read(update);
  return incoming?.kind === 'private' ? incoming.event : undefined;
};

test.each([
  ['/start ABC', { name: 'start', payload: 'ABC' }],
  ['/Start@jiazhu_bot   a b ', { name: 'start', payload: 'a b' }],
  ['/help', { name: 'help', payload: '' }],
])('%s is a command', (text, expected) => {
  expect(event({ message: { ...base, chat, text } })).toMatchObject({ kind: 'command', ...expected });
});

test.each(['/ start', '你好', '1/2'])('%s is text', (text) => {
  expect(event({ message: { ...base, chat, text } })).toMatchObject({ kind: 'text', text });
});

test('a contact is one’s own only with one’s own id, sent by oneself and not by way of a bot', () => {
  const share = (user_id: number | undefined, rest: object = {}) =>
    event({
      message: {
        ...base,
        chat,
        contact: { phone_number: '1', first_name: 'A', ...(user_id === undefined ? {} : { user_id }) },
        ...rest,
      },
    });
  expect(share(7)).toMatchObject({ own: true });
  expect(share(8)).toMatchObject({ own: false });
  expect(share(undefined)).toMatchObject({ own: false });
  expect(share(7, { forward_origin: { type: 'hidden_user', sender_user_name: 'x', date: 1 } })).toMatchObject({
    own: false,
  });
  expect(share(7, { via_bot: { ...from, is_bot: true } })).toMatchObject({ own: false });
});

test('in a group only what is addressed to the bot counts', () => {
  const say = (text: string) => read({ message: { ...base, chat: group, text } })?.kind;
  expect(say('hello')).toBeUndefined();
  expect(say('/start')).toBe('group');
  expect(say('/start@jiazhu_bot')).toBe('group');
  expect(say('/start@other_bot')).toBeUndefined();
  expect(say('ask @jiazhu_bot')).toBe('group');
});

test('being added to a group counts once, blocking is told from coming back', () => {
  const member = (status: 'member' | 'kicked' | 'left') =>
    ({ user: { ...from, is_bot: true }, status, until_date: 0 }) as never;
  const change = (
    where: typeof chat | typeof group,
    before: 'member' | 'kicked' | 'left',
    after: 'member' | 'kicked',
  ) =>
    read({
      my_chat_member: {
        chat: where,
        from,
        date: 1,
        old_chat_member: member(before),
        new_chat_member: member(after),
      },
    });
  expect(change(group, 'left', 'member')?.kind).toBe('group');
  expect(change(group, 'member', 'kicked')).toBeUndefined();
  expect(change(chat, 'member', 'kicked')).toMatchObject({ event: { kind: 'blocking', blocks: true } });
  expect(change(chat, 'kicked', 'member')).toMatchObject({ event: { kind: 'blocking', blocks: false } });
});

test('a tap without a message, from a bot or from a group, is read or left alone', () => {
  const query = { id: 'q', from, chat_instance: 'c', data: 'home:show' };
  expect(event({ callback_query: query })).toMatchObject({ kind: 'tap', messageId: null });
  expect(read({ callback_query: { ...query, message: { ...base, chat: group } } })).toBeUndefined();
  expect(read({ message: { ...base, from: { ...from, is_bot: true }, chat, text: 'x' } })).toBeUndefined();
});
