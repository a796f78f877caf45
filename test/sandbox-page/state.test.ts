import { expect, test } from 'vitest';
import type { Chat, ChatMessage, World } from '../../bot/sandbox/chat-api.ts';
import { logItems } from '../../bot/sandbox/page/core/log-items.js';
import { chatKey, emptyState, reduce, seatIn } from '../../bot/sandbox/page/core/state.js';
import type { Change, ChatState, PageState } from '../../bot/sandbox/page/core/types.ts';

const BOT = 'play_bot';
const PERSON = 601;
const KEY = chatKey(BOT, PERSON);
/** 2026-03-02 23:58 in Beijing. */
const LATE = Date.UTC(2026, 2, 2, 15, 58) / 1000;

function message(message_id: number, from: ChatMessage['from'], more: Partial<ChatMessage> = {}): ChatMessage {
  return { message_id, from, date: LATE, text: `message ${message_id}`, ...more };
}

function arrives(added: ChatMessage): Change {
  return { type: 'message', bot: BOT, person: PERSON, message: added };
}

const AT_START: PageState = {
  ...emptyState('zh'),
  people: [{ id: PERSON, first_name: '芳', language_code: 'zh-hans', phone_number: '8613800100001', bot: BOT }],
};

function after(changes: Change[], from = AT_START): PageState {
  return changes.reduce((state, change) => reduce(state, change, 0), from);
}

function chatOf(state: PageState): ChatState {
  const chat = state.chats[KEY];
  if (!chat) throw new Error('no such chat');
  return chat;
}

test('the same events twice leave the same chat', () => {
  const events: Change[] = [
    arrives(message(1, 'person')),
    arrives(message(2, 'bot')),
    { type: 'edit', bot: BOT, person: PERSON, message: message(2, 'bot', { text: 'edited', edit_date: LATE }) },
    { type: 'delete', bot: BOT, person: PERSON, message_id: 1 },
  ];
  const once = chatOf(after(events));
  const twice = chatOf(after([...events, ...events.slice(2)]));
  expect(twice).toEqual(once);
  expect(once.messages).toEqual([message(2, 'bot', { text: 'edited', edit_date: LATE })]);
});

test('an edit of a message that is not there adds none', () => {
  const state = after([{ type: 'edit', bot: BOT, person: PERSON, message: message(9, 'bot') }]);
  expect(chatOf(state).messages).toEqual([]);
});

test('what happens in an unknown group, or to somebody unknown, changes nothing', () => {
  const state = after([{ type: 'message', bot: BOT, person: -100_500, message: message(1, 'bot') }]);
  expect(state).toBe(AT_START);
});

const GROUP = { id: -100_500, title: '客服群', bots: [BOT], members: [PERSON, 602] };
const WITH_GROUP: PageState = { ...AT_START, groups: [GROUP] };

test('in a group one is the member whose chat was open last', () => {
  const chat = { bot: BOT, person: GROUP.id };
  expect(seatIn(WITH_GROUP, chat)).toEqual({ bot: BOT, person: PERSON, group: GROUP.id });
  const other = after([{ type: 'speaker', person: 602 }], WITH_GROUP);
  expect(seatIn(other, chat)).toEqual({ bot: BOT, person: 602, group: GROUP.id });
  const stranger = after([{ type: 'speaker', person: 603 }], WITH_GROUP);
  expect(seatIn(stranger, chat)).toEqual({ bot: BOT, person: PERSON, group: GROUP.id });
  expect(seatIn(other, { bot: BOT, person: PERSON })).toEqual({ bot: BOT, person: PERSON });
});

test('in a group, topics are named where they begin, and what others write is not one’s own', () => {
  const said = (id: number, sender: number, thread_id?: number) =>
    message(id, 'person', { sender: { id: sender, name: `${sender}` }, ...(thread_id !== undefined && { thread_id }) });
  const opened = message(1, 'bot', { service: 'forum_topic_created', topic_name: '工单 1' });
  const added = [opened, said(2, 602, 1), said(3, PERSON, 1), { ...said(4, PERSON, 1), reply_to: 2 }, said(5, PERSON)];
  const state = after(
    added.map((one): Change => ({ type: 'message', bot: BOT, person: GROUP.id, message: one })),
    WITH_GROUP,
  );
  const chat = state.chats[chatKey(BOT, GROUP.id)];
  const items = chat ? logItems(chat, PERSON).filter((item) => item.kind === 'message') : [];
  expect(items.map(({ own, topic, first, quoted }) => [own, topic, first, quoted?.message_id])).toEqual([
    [false, null, true, undefined],
    [false, '工单 1', true, undefined],
    [true, null, true, undefined],
    [true, null, false, 2],
    [true, null, true, undefined],
  ]);
});

test('messages stand in the order of their numbers, whatever order they come in', () => {
  const state = after([arrives(message(2, 'bot')), arrives(message(1, 'person'))]);
  expect(chatOf(state).messages.map(({ message_id }) => message_id)).toEqual([1, 2]);
});

test('what the bot sends to a chat that is not open counts as unread until it is opened', () => {
  const away = after([arrives(message(1, 'person')), arrives(message(2, 'bot')), arrives(message(3, 'bot'))]);
  expect(chatOf(away).unread).toBe(2);
  const open = after([{ type: 'open', key: KEY }, arrives(message(4, 'bot'))], away);
  expect(chatOf(open).unread).toBe(0);
});

test('one tick until the bot reacts in any way, then two', () => {
  const sent = after([arrives(message(1, 'person'))]);
  expect(logItems(chatOf(sent)).at(-1)).toMatchObject({ read: false });
  const typing = after([{ type: 'action', bot: BOT, person: PERSON, action: 'typing' }], sent);
  expect(logItems(chatOf(typing)).at(-1)).toMatchObject({ read: true });
});

test('a message ends what the bot was doing', () => {
  const state = after([{ type: 'action', bot: BOT, person: PERSON, action: 'typing' }, arrives(message(1, 'bot'))]);
  expect(chatOf(state).action).toBeNull();
});

test('a full fetch replaces chats and world and keeps what is unread', () => {
  const before = after([arrives(message(1, 'bot')), arrives(message(2, 'bot'))]);
  const world: World = { now: 5000, bots: [], people: [], groups: [] };
  const chat: Chat = { bot: BOT, person: PERSON, blocked: true, messages: [message(2, 'bot')], reply_keyboard: null };
  const state = reduce(before, { type: 'synced', world, chats: [chat] }, 77);
  expect(chatOf(state)).toMatchObject({ blocked: true, unread: 2, messages: [message(2, 'bot')] });
  expect(state.clock).toEqual({ now: 5000, at: 77 });
});

test('a bot that describes itself anew replaces what was known of it', () => {
  const bot = {
    id: 1,
    username: BOT,
    name: 'old',
    short_description: {},
    description: {},
    commands: {},
    chat_commands: {},
  };
  const state = after([
    { type: 'bot', bot },
    { type: 'bot', bot: { ...bot, name: 'new' } },
  ]);
  expect(state.bots).toEqual([{ ...bot, name: 'new' }]);
});

test('the log has a separator per day, and groups end with the speaker, the day, a pause and a keyboard', () => {
  const keyboard = [[{ text: 'a', callback_data: 'a' }]];
  const state = after(
    [
      message(1, 'bot'),
      message(2, 'bot', { inline_keyboard: keyboard }),
      message(3, 'bot'),
      message(4, 'person'),
      message(5, 'person', { date: LATE + 180 }),
      message(6, 'person', { date: LATE + 1000 }),
    ].map(arrives),
  );
  const shape = logItems(chatOf(state)).map((item) =>
    item.kind === 'day'
      ? item.day
      : `${item.message.message_id}${item.first ? ' first' : ''}${item.last ? ' last' : ''}`,
  );
  expect(shape).toEqual([
    '2026-03-02',
    '1 first',
    '2 last',
    '3 first last',
    '4 first last',
    '2026-03-03',
    '5 first last',
    '6 first last',
  ]);
});
