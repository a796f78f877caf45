import type { CallbackQuery, User } from 'grammy/types';
import { later } from '../../../engine/time/instant.ts';
import type { Outgoing, Person } from '../chat-api.ts';
import type { BotAccount } from '../world/bot-account.ts';
import type { Conversation } from '../world/conversation.ts';
import { canRead } from '../world/group.ts';
import { type Content, type StoredMessage, toBotApi } from '../world/message.ts';
import { outgoingContent } from './outgoing-content.ts';
import { PersonError } from './person-error.ts';
import { conversationOf, type Seat } from './seat.ts';
import { TAP_LIFETIME_MS } from '../world/update-queue.ts';

export function userOf({ id, first_name, last_name, language_code }: Person): User {
  return { id, is_bot: false, first_name, ...(last_name !== undefined && { last_name }), language_code };
}

/** The person sends something; returns the message. */
export function sendAsPerson(seat: Seat, outgoing: Outgoing): StoredMessage {
  const { world, bot, person, group } = seat;
  if (!group && bot.blockedBy.has(person.id)) {
    throw new PersonError(409, `${person.first_name} has blocked @${bot.username}`);
  }
  const content = outgoingContent(world, person, outgoing);
  const conversation = conversationOf(seat);
  const message = conversation.add({ from: userOf(person), content, ...circumstances(seat, conversation, outgoing) });
  hideOneTimeKeyboard(conversation, content);
  const readers = group ? [...group.bots].filter((reader) => canRead(reader, group, message)) : [bot];
  const replied = message.reply_to === undefined ? undefined : conversation.message(message.reply_to);
  for (const reader of readers) {
    reader.updates.push('message', conversation.chat.id, toBotApi(message, conversation.chat, reader.id, replied));
  }
  return message;
}

/**
 * The person taps a button, or has a client that makes up data: any data goes, on any message there ever was.
 * Returns the id of the callback query.
 */
export function tapAsPerson(seat: Seat, messageId: number, data: string): string {
  const { world, person, group } = seat;
  const conversation = group?.conversation ?? seat.bot.conversations.get(person.id);
  if (!conversation) throw new PersonError(404, 'this chat has no messages yet');
  const tapped = conversation.message(messageId);
  // In a group, a tap is for the bot whose message it was on.
  const bot = world.bots.find(({ id }) => id === tapped?.from.id) ?? seat.bot;
  const { chat } = conversation;
  const id = world.nextCallbackId();
  const query: CallbackQuery = {
    id,
    from: userOf(person),
    message: tapped ? toBotApi(tapped, chat, bot.id) : inaccessible(conversation, messageId),
    chat_instance: String(-(Math.abs(chat.id) * 31 + bot.id)),
    data,
  };
  const label = tapped?.inline_keyboard?.flat().find((button) => button.callback_data === data)?.text;
  const place = { bot: bot.username, person: chat.id };
  world.record({ ...place, what: 'tap', message_id: messageId, data, ...(label !== undefined && { label }) });
  bot.taps.set(id, { conversation, expiresAt: later(world.clock.now(), TAP_LIFETIME_MS) });
  bot.updates.push('callback_query', chat.id, query);
  return id;
}

/** The person blocks the bot or lets it write again. */
export function blockAsPerson({ world, bot, person, group }: Seat, blocked: boolean): void {
  if (group) throw new PersonError(400, 'a bot is blocked in its private chat');
  if (bot.blockedBy.has(person.id) === blocked) return;
  if (blocked) bot.blockedBy.add(person.id);
  else bot.blockedBy.delete(person.id);
  const { chat } = world.privateChat(bot, person);
  const [old_chat_member, new_chat_member] = blocked ? [member(bot), banned(bot)] : [banned(bot), member(bot)];
  const change = { chat, from: userOf(person), date: world.seconds(), old_chat_member, new_chat_member };
  bot.updates.push('my_chat_member', chat.id, change);
}

function member({ user }: BotAccount) {
  return { status: 'member' as const, user };
}

function banned({ user }: BotAccount) {
  return { status: 'kicked' as const, user, until_date: 0 };
}

// A message that is gone reaches the bot as an InaccessibleMessage: date 0 and no content.
function inaccessible(conversation: Conversation, messageId: number) {
  if (!conversation.wasDeleted(messageId)) throw new PersonError(404, `no message ${messageId} in this chat`);
  return { chat: conversation.chat, message_id: messageId, date: 0 as const };
}

function circumstances({ world }: Seat, conversation: Conversation, outgoing: Outgoing): Partial<StoredMessage> {
  if (outgoing.kind === 'contact' && outgoing.forwarded) {
    return { forward_origin: { type: 'hidden_user', sender_user_name: '…', date: world.seconds() } };
  }
  if (outgoing.kind !== 'text') return {};
  const { reply_to, thread_id } = outgoing;
  if (reply_to !== undefined && !conversation.message(reply_to)) throw new PersonError(404, `no message ${reply_to}`);
  if (thread_id !== undefined && !conversation.topics.has(thread_id))
    throw new PersonError(404, `no topic ${thread_id}`);
  return { ...(reply_to !== undefined && { reply_to }), ...(thread_id !== undefined && { thread_id }) };
}

function hideOneTimeKeyboard(conversation: Conversation, content: Content): void {
  const keyboard = conversation.replyKeyboard;
  if (!keyboard?.one_time) return;
  const used = keyboard.rows.flat().some((button) => {
    if (button.request_contact) return content.kind === 'contact';
    return content.kind === 'text' && content.text === button.text;
  });
  if (used) conversation.showReplyKeyboard(null);
}
