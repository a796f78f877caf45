import type { CallbackQuery, User } from 'grammy/types';
import { later } from '../../../engine/time/instant.ts';
import type { Outgoing, Person } from '../chat-api.ts';
import { withDetectedEntities } from '../text/detect-entities.ts';
import type { BotAccount } from './bot-account.ts';
import type { Conversation } from './conversation.ts';
import { type Content, type StoredMessage, toBotApi } from './message.ts';
import { TAP_LIFETIME_MS } from './update-queue.ts';
import type { World } from './world.ts';

/** Why a person can't do that; `status` is what the person's side answers over HTTP. */
export class PersonError extends Error {
  override readonly name = 'PersonError';
  readonly status: 400 | 404 | 409;

  constructor(status: 400 | 404 | 409, message: string) {
    super(message);
    this.status = status;
  }
}

export function userOf({ id, first_name, last_name, language_code }: Person): User {
  return { id, is_bot: false, first_name, ...(last_name !== undefined && { last_name }), language_code };
}

/** The person sends something to the bot; returns the message. */
export function sendAsPerson(world: World, bot: BotAccount, person: Person, outgoing: Outgoing): StoredMessage {
  if (bot.blockedBy.has(person.id)) throw new PersonError(409, `${person.first_name} has blocked @${bot.username}`);
  const conversation = world.privateChat(bot, person);
  const content = contentOf(world, person, outgoing);
  const origin = outgoing.kind === 'contact' && outgoing.forwarded ? { forward_origin: hiddenOrigin(world) } : {};
  const message = conversation.add({ from: userOf(person), content, ...origin });
  hideOneTimeKeyboard(conversation, content);
  bot.updates.push('message', conversation.chat.id, toBotApi(message, conversation.chat, bot.id));
  return message;
}

/**
 * The person taps a button, or has a client that makes up data: any data goes, on any message there ever was.
 * Returns the id of the callback query.
 */
export function tapAsPerson(world: World, bot: BotAccount, person: Person, messageId: number, data: string): string {
  const conversation = world.privateChat(bot, person);
  const id = world.nextCallbackId();
  const query: CallbackQuery = {
    id,
    from: userOf(person),
    message: tappedMessage(conversation, bot, messageId),
    chat_instance: String(-(conversation.chat.id * 31 + bot.id)),
    data,
  };
  const label = conversation
    .message(messageId)
    ?.inline_keyboard?.flat()
    .find((button) => button.callback_data === data)?.text;
  const place = { bot: bot.username, person: person.id };
  world.record({ ...place, what: 'tap', message_id: messageId, data, ...(label !== undefined && { label }) });
  bot.taps.set(id, { personId: person.id, conversation, expiresAt: later(world.clock.now(), TAP_LIFETIME_MS) });
  bot.updates.push('callback_query', conversation.chat.id, query);
  return id;
}

/** The person blocks the bot or lets it write again. */
export function blockAsPerson(world: World, bot: BotAccount, person: Person, blocked: boolean): void {
  if (bot.blockedBy.has(person.id) === blocked) return;
  if (blocked) bot.blockedBy.add(person.id);
  else bot.blockedBy.delete(person.id);
  const { chat } = world.privateChat(bot, person);
  if (chat.type !== 'private') return;
  const banned = { status: 'kicked' as const, user: bot.user, until_date: 0 };
  const member = { status: 'member' as const, user: bot.user };
  const [old_chat_member, new_chat_member] = blocked ? [member, banned] : [banned, member];
  const change = { chat, from: userOf(person), date: world.seconds(), old_chat_member, new_chat_member };
  bot.updates.push('my_chat_member', chat.id, change);
}

// A message that is gone reaches the bot as an InaccessibleMessage: date 0 and no content.
function tappedMessage(conversation: Conversation, bot: BotAccount, messageId: number) {
  const message = conversation.message(messageId);
  if (message) return toBotApi(message, conversation.chat, bot.id);
  if (!conversation.wasDeleted(messageId)) throw new PersonError(404, `no message ${messageId} in this chat`);
  return { chat: conversation.chat, message_id: messageId, date: 0 as const };
}

function contentOf(world: World, person: Person, outgoing: Outgoing): Content {
  switch (outgoing.kind) {
    case 'text': {
      const text = outgoing.text.trim();
      if (text === '') throw new PersonError(400, 'a message needs some text');
      return { kind: 'text', text, entities: withDetectedEntities(text, []) };
    }
    case 'contact': {
      const { phone_number = person.phone_number, user_id = person.id } = outgoing;
      const name = {
        first_name: person.first_name,
        ...(person.last_name !== undefined && { last_name: person.last_name }),
      };
      return { kind: 'contact', phone_number, ...name, ...(user_id !== null && { user_id }) };
    }
    case 'sticker': {
      const file = world.files.add('stickers', 'sticker.webp', 'image/webp', Buffer.alloc(0));
      return { kind: 'sticker', file, emoji: outgoing.emoji };
    }
    case 'document': {
      const bytes = Buffer.from(outgoing.base64, 'base64');
      const file = world.files.add('documents', outgoing.file_name, outgoing.mime_type, bytes);
      const caption = outgoing.caption?.trim() ?? '';
      return { kind: 'document', file, caption, entities: withDetectedEntities(caption, []) };
    }
    default:
      return outgoing satisfies never;
  }
}

function hiddenOrigin(world: World) {
  return { type: 'hidden_user' as const, sender_user_name: '…', date: world.seconds() };
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
