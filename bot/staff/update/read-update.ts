import type { Language } from '../../../engine/ports/language.ts';
import { languageOf } from '../../telegram/text/locale.ts';
import type { Place, StaffEvent } from '../turn.ts';

/** What is read of a Bot API Update. */
export interface StaffUpdate {
  update_id: number;
  message?: Message;
  callback_query?: { id: string; from: User; message?: Whereabouts; data?: string };
}

interface User {
  id: number;
  is_bot: boolean;
  first_name: string;
  last_name?: string;
  language_code?: string;
}

interface Chat {
  id: number;
  type: string;
  is_forum?: boolean;
}

/** Where a message is. */
interface Whereabouts {
  message_id: number;
  chat: Chat;
  is_topic_message?: boolean;
  message_thread_id?: number;
}

interface Message extends Whereabouts {
  from?: User;
  reply_to_message?: { message_id: number };
  migrate_to_chat_id?: number;
  text?: string;
  caption?: string;
  document?: { file_id: string; file_size?: number; mime_type?: string; file_name?: string };
}

/** The updates that `readUpdate` reads. */
export const UPDATE_KINDS = ['message', 'callback_query'] as const;

export interface Sender {
  id: number;
  /** What the messenger calls them. */
  name: string;
  language: Language;
}

/** What somebody did, as far as the update itself tells; a document is still to be fetched. */
export interface Incoming {
  updateId: number;
  user: Sender;
  place: Place;
  event: StaffEvent | SentDocument;
}

export interface SentDocument {
  kind: 'sent-document';
  messageId: number;
  fileId: string;
  size: number;
  name: string;
  mimeType: string;
  caption: string;
  replyTo: number | null;
}

/** A group that became another chat: Telegram makes a supergroup of it, for topics for instance. */
export interface Migration {
  updateId: number;
  from: number;
  to: number;
}

/** Reads an update; undefined for one that nobody did or that is not for us. `username` is the bot's own. */
export function readUpdate(update: StaffUpdate, username: string): Incoming | Migration | undefined {
  const { update_id: updateId, message, callback_query: tap } = update;
  if (message?.migrate_to_chat_id !== undefined) {
    return { updateId, from: message.chat.id, to: message.migrate_to_chat_id };
  }
  if (message) return readMessage(updateId, message, username);
  return tap && readTap(updateId, tap);
}

function readMessage(updateId: number, message: Message, username: string): Incoming | undefined {
  const { from } = message;
  const place = placeOf(message);
  if (!from || from.is_bot || !place) return undefined;
  const event = readContent(message, username);
  return event && { updateId, user: senderOf(from), place, event };
}

function readContent(message: Message, username: string): StaffEvent | SentDocument | undefined {
  const { message_id: messageId, text, caption = '', document } = message;
  const replyTo = message.reply_to_message?.message_id ?? null;
  if (text !== undefined) return readText({ messageId, replyTo }, text, username);
  if (!document) return { kind: 'other', messageId, caption, replyTo };
  const { file_id: fileId, file_size: size = 0, mime_type: mimeType = '', file_name: name = '' } = document;
  return { kind: 'sent-document', messageId, fileId, size, name, mimeType, caption, replyTo };
}

/** Undefined for a command to another bot. */
function readText(
  said: { messageId: number; replyTo: number | null },
  text: string,
  username: string,
): StaffEvent | undefined {
  const command = /^\/([a-z0-9_]+)(?:@(\w+))?(?:\s+([^]*))?$/i.exec(text);
  if (!command) return { kind: 'text', ...said, text };
  const [, name = '', to, payload = ''] = command;
  if (to !== undefined && to.toLowerCase() !== username.toLowerCase()) return undefined;
  return { kind: 'command', ...said, name: name.toLowerCase(), payload: payload.trim() };
}

function readTap(
  updateId: number,
  { id, from, message, data = '' }: NonNullable<StaffUpdate['callback_query']>,
): Incoming | undefined {
  const place = placeOf(message ?? { message_id: 0, chat: { id: from.id, type: 'private' } });
  if (from.is_bot || !place) return undefined;
  const messageId = message?.message_id ?? null;
  return { updateId, user: senderOf(from), place, event: { kind: 'tap', messageId, callbackId: id, data } };
}

function placeOf({ chat, is_topic_message, message_thread_id }: Whereabouts): Place | undefined {
  const { id: chatId, type, is_forum: isForum = false } = chat;
  if (type === 'private') return { chatId, kind: 'private', threadId: null, isForum: false };
  if (type !== 'group' && type !== 'supergroup') return undefined;
  // Threads of replies have a number too, in which nothing can be sent.
  const threadId = is_topic_message === true ? (message_thread_id ?? null) : null;
  return { chatId, kind: 'group', threadId, isForum };
}

function senderOf({ language_code, ...user }: User): Sender {
  return { id: user.id, name: fullName(user), language: languageOf(language_code) };
}

/** A name in its own order: 周静, Grace Wong. */
export function fullName({ first_name, last_name }: { first_name: string; last_name?: string | undefined }): string {
  if (!last_name) return first_name;
  return /\p{Script=Han}/u.test(last_name) ? `${last_name}${first_name}` : `${first_name} ${last_name}`;
}
