import type { Chat, Message, MessageEntity, MessageOrigin, Update, User } from 'grammy/types';
import type { ChatMessage, InlineButton } from '../chat-api.ts';
import type { StoredFile } from './file-store.ts';

/** What a message holds. */
export type Content =
  | { kind: 'text'; text: string; entities: MessageEntity[] }
  | { kind: 'document'; file: StoredFile; caption: string; entities: MessageEntity[] }
  | { kind: 'photo'; file: StoredFile; width: number; height: number; caption: string; entities: MessageEntity[] }
  | { kind: 'contact'; phone_number: string; first_name: string; last_name?: string; user_id?: number }
  | { kind: 'sticker'; file: StoredFile; emoji: string }
  /** Something that happened to the chat, under its Bot API field name: `forum_topic_created`, … */
  | { kind: 'service'; field: string; value: object };

/** A message as the sandbox keeps it. Dates are epoch seconds. */
export interface StoredMessage {
  message_id: number;
  date: number;
  edit_date?: number;
  from: User;
  content: Content;
  inline_keyboard?: InlineButton[][];
  /** Telegram never lets a message be edited that came with a reply keyboard, a removal of one or a forced reply. */
  had_reply_markup?: boolean;
  reply_to?: number;
  thread_id?: number;
  forward_origin?: MessageOrigin;
}

/** Everything of a message but what the chat gives it. */
export type Draft = Omit<StoredMessage, 'message_id' | 'date' | 'edit_date'>;

/** The kinds of chat that the sandbox has, as the Bot API shows them. */
export type SandboxChat = Chat.PrivateChat | Chat.SupergroupChat;

export type BotApiMessage = Message & Update.NonChannel;

/** The message as the Bot API shows it to the bot `botId`. */
export function toBotApi(
  message: StoredMessage,
  chat: SandboxChat,
  botId: number,
  replied?: StoredMessage,
): BotApiMessage {
  const markup = message.inline_keyboard && { reply_markup: { inline_keyboard: message.inline_keyboard } };
  const fields: object = {
    message_id: message.message_id,
    from: message.from,
    chat,
    date: message.date,
    ...(message.edit_date !== undefined && { edit_date: message.edit_date }),
    ...(message.thread_id !== undefined && { message_thread_id: message.thread_id, is_topic_message: true as const }),
    ...(message.forward_origin && { forward_origin: message.forward_origin }),
    ...(replied && { reply_to_message: toBotApi(replied, chat, botId) }),
    ...contentFields(message.content, botId),
    ...markup,
  };
  return fields as BotApiMessage;
}

function contentFields(content: Content, botId: number): object {
  switch (content.kind) {
    case 'text':
      return { text: content.text, ...(content.entities.length > 0 && { entities: content.entities }) };
    case 'document': {
      const { file } = content;
      const document = { file_name: file.name, mime_type: file.mimeType, ...file.reference(botId) };
      return { document, ...captionFields(content) };
    }
    case 'photo': {
      const size = { ...content.file.reference(botId), width: content.width, height: content.height };
      return { photo: [size], ...captionFields(content) };
    }
    case 'contact': {
      const { kind: _, ...contact } = content;
      return { contact };
    }
    case 'sticker': {
      const shape = { type: 'regular', width: 512, height: 512, is_animated: false, is_video: false };
      return { sticker: { ...content.file.reference(botId), ...shape, emoji: content.emoji } };
    }
    case 'service':
      return { [content.field]: content.value };
    default:
      return content satisfies never;
  }
}

function captionFields({ caption, entities }: { caption: string; entities: MessageEntity[] }): object {
  if (caption === '') return {};
  return { caption, ...(entities.length > 0 && { caption_entities: entities }) };
}

/** The message as the chat page shows it, in the chat with the bot `botId`. */
export function toChatMessage(message: StoredMessage, botId: number, inGroup: boolean): ChatMessage {
  return {
    message_id: message.message_id,
    from: message.from.is_bot ? 'bot' : 'person',
    ...(inGroup && { sender: { id: message.from.id, name: message.from.first_name } }),
    ...(message.thread_id !== undefined && { thread_id: message.thread_id }),
    ...(message.reply_to !== undefined && { reply_to: message.reply_to }),
    date: message.date,
    ...(message.edit_date !== undefined && { edit_date: message.edit_date }),
    ...shownContent(message.content, botId),
    ...(message.inline_keyboard && { inline_keyboard: message.inline_keyboard }),
  };
}

function topicName(value: object): { topic_name?: string } {
  return 'name' in value && typeof value.name === 'string' ? { topic_name: value.name } : {};
}

function shownContent(content: Content, botId: number): Partial<ChatMessage> {
  const entities = 'entities' in content ? content.entities.map((entity) => ({ ...entity })) : [];
  const caption = 'caption' in content && content.caption ? { caption: content.caption, entities } : {};
  switch (content.kind) {
    case 'text':
      return { text: content.text, entities };
    case 'document': {
      const { name, mimeType, bytes } = content.file;
      const file_id = content.file.reference(botId).file_id;
      return { document: { file_id, file_name: name, mime_type: mimeType, file_size: bytes.length }, ...caption };
    }
    case 'photo': {
      const { file_id, file_size } = content.file.reference(botId);
      return { photo: { file_id, file_size }, ...caption };
    }
    case 'contact': {
      const { phone_number, first_name, user_id } = content;
      return { contact: { phone_number, first_name, ...(user_id !== undefined && { user_id }) } };
    }
    case 'sticker':
      return { sticker: { emoji: content.emoji } };
    case 'service':
      return { service: content.field, ...topicName(content.value) };
    default:
      return content satisfies never;
  }
}
