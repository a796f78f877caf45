import type { CallbackQuery, ChatMemberUpdated, Document, Message, Update, User } from 'grammy/types';
import type { HolderEvent, SentFile } from '../turn.ts';

/** What a person did, as far as the update itself tells; a document is still to be fetched. */
export type Incoming =
  | { kind: 'private'; updateId: number; user: Sender; event: HolderEvent | SentDocument }
  /** Somebody addressed the bot in a group, or added it there. */
  | { kind: 'group'; updateId: number; chatId: number; language: string | undefined };

export interface Sender {
  id: number;
  /** As the messenger gives it: an IETF tag, often absent. */
  language: string | undefined;
}

export interface SentDocument {
  kind: 'sent-document';
  messageId: number;
  caption: string;
  file: SentFile;
  replyTo?: number;
}

/** The updates that `readUpdate` reads. */
export const UPDATE_KINDS = ['message', 'edited_message', 'callback_query', 'my_chat_member'] as const;

/** Reads an update; undefined for one that is not for us. `username` is the bot's own. */
export function readUpdate(update: Update, username: string): Incoming | undefined {
  const { update_id: updateId, message, edited_message: edited, callback_query: tap, my_chat_member: member } = update;
  if (message) return readMessage(updateId, message, username);
  if (edited) return readEdited(updateId, edited);
  if (tap) return readTap(updateId, tap);
  return member && readMembership(updateId, member);
}

function readMessage(updateId: number, message: Message, username: string): Incoming | undefined {
  const { from, chat } = message;
  if (!from || from.is_bot) return undefined;
  if (chat.type === 'private') return personal(updateId, from, readContent(message, from));
  const mention = new RegExp(`@${username}\\b`, 'i');
  const words = message.text ?? message.caption ?? '';
  const addressed = /^\/[a-z]\w*(?!\S*@)/i.test(words) || mention.test(words);
  return addressed ? inGroup(updateId, chat.id, from) : undefined;
}

function readContent(message: Message, from: User): HolderEvent | SentDocument {
  const { message_id: messageId, text, contact, document, photo, caption = '' } = message;
  const replying = repliedTo(message);
  if (text !== undefined) return readText(messageId, text, replying);
  if (contact) {
    const own = contact.user_id === from.id && message.forward_origin === undefined && message.via_bot === undefined;
    return { kind: 'contact', messageId, phone: contact.phone_number, own };
  }
  if (document) return { kind: 'sent-document', messageId, caption, file: documentOf(document), ...replying };
  const largest = photo?.at(-1);
  const picture = largest && { fileId: largest.file_id, bytes: largest.file_size, name: 'photo.jpg' };
  return {
    kind: 'other',
    messageId,
    caption,
    ...(picture && { photo: { ...picture, mimeType: 'image/jpeg' } }),
    ...replying,
  };
}

function documentOf({ file_id: fileId, file_size: bytes, mime_type: mimeType = '', file_name: name = '' }: Document) {
  return { fileId, bytes, mimeType, name };
}

function repliedTo({ reply_to_message: replied }: Message): { replyTo?: number } {
  return replied?.from?.is_bot ? { replyTo: replied.message_id } : {};
}

function readText(messageId: number, text: string, replying: { replyTo?: number }): HolderEvent {
  const command = /^\/([a-z0-9_]+)(?:@\w+)?(?:\s+([^]*))?$/i.exec(text);
  if (!command) return { kind: 'text', messageId, text, ...replying };
  return { kind: 'command', messageId, name: (command[1] ?? '').toLowerCase(), payload: (command[2] ?? '').trim() };
}

function readEdited(updateId: number, { from, chat, message_id: messageId, text, caption }: Message) {
  if (!from || from.is_bot || chat.type !== 'private') return undefined;
  return personal(updateId, from, { kind: 'edited', messageId, text: text ?? caption ?? '' });
}

// Buttons in groups only open the private chat; a tap from there is not one of ours.
function readTap(updateId: number, { id, from, message, data }: CallbackQuery): Incoming | undefined {
  if (message && message.chat.type !== 'private') return undefined;
  const messageId = message?.message_id ?? null;
  return personal(updateId, from, { kind: 'tap', messageId, callbackId: id, data: data ?? '' });
}

function readMembership(updateId: number, { chat, from, old_chat_member, new_chat_member }: ChatMemberUpdated) {
  const { status } = new_chat_member;
  if (chat.type === 'private') return personal(updateId, from, { kind: 'blocking', blocks: status === 'kicked' });
  const wasOut = old_chat_member.status === 'left' || old_chat_member.status === 'kicked';
  const isIn = status === 'member' || status === 'administrator';
  return wasOut && isIn && chat.type !== 'channel' ? inGroup(updateId, chat.id, from) : undefined;
}

function personal(updateId: number, from: User, event: HolderEvent | SentDocument): Incoming {
  return { kind: 'private', updateId, user: { id: from.id, language: from.language_code }, event };
}

function inGroup(updateId: number, chatId: number, from: User): Incoming {
  return { kind: 'group', updateId, chatId, language: from.language_code };
}
