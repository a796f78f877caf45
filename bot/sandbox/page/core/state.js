/** @import { BotView, Chat, ChatMessage } from '../../chat-api.ts' */
/** @import { Change, ChatState, Language, PageState, Seat } from './types.ts' */

/**
 * @param {string} bot username
 * @param {number} person
 */
export function chatKey(bot, person) {
  return `${bot}/${person}`;
}

/**
 * Where one sits in a chat. In a group one is the member whose chat was open last.
 * @param {Pick<PageState, 'groups' | 'speaker'>} state
 * @param {{ bot: string, person: number }} chat
 * @returns {Seat}
 */
export function seatIn({ groups, speaker }, { bot, person }) {
  const group = groups.find(({ id }) => id === person);
  if (!group) return { bot, person };
  const member = group.members.find((id) => id === speaker) ?? group.members[0] ?? 0;
  return { bot, person: member, group: group.id };
}

/**
 * One inline button of one message, for its progress: taps on two buttons with the same data stay apart.
 * @param {string} chat chatKey
 * @param {number} messageId
 * @param {number} row
 * @param {number} column
 */
export function tapKey(chat, messageId, row, column) {
  return `${chat}/${messageId}/${row}/${column}`;
}

/**
 * @param {Language} language
 * @returns {PageState}
 */
export function emptyState(language) {
  return {
    connection: 'connecting',
    language,
    bots: [],
    people: [],
    groups: [],
    speaker: null,
    replying: null,
    chats: {},
    open: null,
    clock: { now: 0, at: 0 },
    taps: [],
  };
}

/**
 * The page after a change. Events may come twice or late (a refetch overlaps the stream); applying one again
 * changes nothing.
 * @param {PageState} state
 * @param {Change} change
 * @param {number} at when, in milliseconds of the page's own monotonic clock
 * @returns {PageState}
 */
export function reduce(state, change, at) {
  switch (change.type) {
    case 'synced':
      return { ...synced(state, change.chats), ...change.world, clock: { now: change.world.now, at } };
    case 'loaded':
      return synced(state, [change.chat]);
    case 'connection':
      return { ...state, connection: change.connection };
    case 'language':
      return { ...state, language: change.language };
    case 'open':
      return { ...opened(state, change.key), replying: null };
    case 'speaker':
      return { ...state, speaker: change.person };
    case 'replying':
      return { ...state, replying: change.message };
    case 'tap':
      return { ...state, taps: [...state.taps, change.key] };
    case 'tap_over':
      return { ...state, taps: state.taps.filter((key) => key !== change.key) };
    case 'bot':
      return { ...state, bots: withBot(state.bots, change.bot) };
    case 'clock':
      return { ...state, clock: { now: change.now, at } };
    default:
      return inChat(state, change);
  }
}

/**
 * @param {PageState} state
 * @param {Chat[]} chats
 * @returns {PageState}
 */
function synced(state, chats) {
  const fresh = chats.map((chat) => {
    const known = state.chats[chatKey(chat.bot, chat.person)];
    /** @type {ChatState} */
    const next = { ...chat, unread: known?.unread ?? 0, readUpTo: readUpTo(chat.messages), action: null };
    return [chatKey(chat.bot, chat.person), next];
  });
  return { ...state, chats: { ...state.chats, ...Object.fromEntries(fresh) } };
}

/**
 * @param {PageState} state
 * @param {string | null} key
 * @returns {PageState}
 */
function opened(state, key) {
  const chat = key ? state.chats[key] : undefined;
  if (!key || !chat) return { ...state, open: key };
  return { ...state, open: key, chats: { ...state.chats, [key]: { ...chat, unread: 0 } } };
}

/**
 * @param {BotView[]} bots
 * @param {BotView} bot
 */
function withBot(bots, bot) {
  const known = bots.some(({ id }) => id === bot.id);
  return known ? bots.map((old) => (old.id === bot.id ? bot : old)) : [...bots, bot];
}

/** @typedef {Extract<Change, { bot: string, person: number }>} ChatChange */

/**
 * @param {PageState} state
 * @param {ChatChange} change
 * @returns {PageState}
 */
function inChat(state, change) {
  // A group's events come with its id.
  if (![...state.people, ...state.groups].some(({ id }) => id === change.person)) return state;
  const key = chatKey(change.bot, change.person);
  const chat = state.chats[key] ?? emptyChat(change.bot, change.person);
  const next = changeChat(chat, change, state.open === key);
  return next === chat ? state : { ...state, chats: { ...state.chats, [key]: next } };
}

/**
 * @param {string} bot
 * @param {number} person
 * @returns {ChatState}
 */
function emptyChat(bot, person) {
  return {
    bot,
    person,
    blocked: false,
    messages: [],
    reply_keyboard: null,
    unread: 0,
    readUpTo: 0,
    action: null,
  };
}

/**
 * @param {ChatState} chat
 * @param {ChatChange} change
 * @param {boolean} onScreen
 * @returns {ChatState}
 */
function changeChat(chat, change, onScreen) {
  switch (change.type) {
    case 'message':
      return withMessage(chat, change.message, onScreen);
    case 'edit': {
      const { message } = change;
      const messages = chat.messages.map((old) => (old.message_id === message.message_id ? message : old));
      return reacted({ ...chat, messages });
    }
    case 'delete': {
      const messages = chat.messages.filter(({ message_id }) => message_id !== change.message_id);
      return reacted({ ...chat, messages });
    }
    case 'keyboard':
      return { ...chat, reply_keyboard: change.reply_keyboard };
    case 'action':
      return reacted({ ...chat, action: change.action });
    case 'action_over':
      return { ...chat, action: null };
    case 'blocked':
      return { ...chat, blocked: change.blocked };
    case 'callback_answer':
      return reacted(chat);
    default:
      return unreachable(change);
  }
}

/**
 * @param {ChatState} chat
 * @param {ChatMessage} message
 * @param {boolean} onScreen
 * @returns {ChatState}
 */
function withMessage(chat, message, onScreen) {
  const known = chat.messages.some(({ message_id }) => message_id === message.message_id);
  const messages = known
    ? chat.messages.map((old) => (old.message_id === message.message_id ? message : old))
    : [...chat.messages, message].sort((a, b) => a.message_id - b.message_id);
  if (message.from === 'person') return { ...chat, messages };
  const unread = known || onScreen ? chat.unread : chat.unread + 1;
  return reacted({ ...chat, messages, unread, action: null });
}

/**
 * The bot did something, so it has read what stands there.
 * @param {ChatState} chat
 * @returns {ChatState}
 */
function reacted(chat) {
  const last = chat.messages.at(-1)?.message_id ?? 0;
  return { ...chat, readUpTo: Math.max(chat.readUpTo, last) };
}

/** @param {ChatMessage[]} messages */
function readUpTo(messages) {
  return messages.findLast(({ from }) => from === 'bot')?.message_id ?? 0;
}

/**
 * @param {never} change
 * @returns {never}
 */
function unreachable(change) {
  throw new TypeError(`Unknown change ${JSON.stringify(change)}`);
}
