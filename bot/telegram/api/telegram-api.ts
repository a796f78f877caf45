import type { TopicChange } from '../effects.ts';
import type { InlineKeyboardMarkup, ReplyMarkup } from '../buttons/keyboards.ts';
import type { Answer } from './answer.ts';

/** A file to send: one that Telegram has already, or bytes under a plain ASCII name. */
export type OutgoingFile = { fileId: string } | { bytes: Uint8Array; name: string };

export interface SentMessage {
  messageId: number;
}

export interface SentDocument extends SentMessage {
  /** By which this bot can send the same file again. */
  fileId: string;
}

/** Where a message goes. */
export interface Destination {
  chatId: number;
  /** Of a forum topic of that chat. */
  threadId?: number | null | undefined;
  /** The message that is answered; one that is gone is not missed. */
  replyTo?: number | undefined;
}

/**
 * The Bot API methods that both bots call, named as there. Text is Telegram's HTML and link previews
 * are off. Nothing is tried twice in here, and nothing throws but faults of our own.
 */
export interface TelegramApi {
  sendMessage(message: Destination & { html: string; markup: ReplyMarkup | undefined }): Promise<Answer<SentMessage>>;
  sendDocument(document: Destination & Captioned & { file: OutgoingFile }): Promise<Answer<SentDocument>>;
  sendPhoto(photo: Destination & Captioned & { bytes: Uint8Array }): Promise<Answer<SentMessage>>;
  /** Without `markup` the message loses its buttons. */
  editMessageText(edit: {
    chatId: number;
    messageId: number;
    html: string;
    markup: InlineKeyboardMarkup | undefined;
  }): Promise<Answer<void>>;
  /** Takes the buttons off. */
  editMessageReplyMarkup(edit: { chatId: number; messageId: number }): Promise<Answer<void>>;
  deleteMessage(message: { chatId: number; messageId: number }): Promise<Answer<void>>;
  answerCallbackQuery(answer: { callbackId: string; text?: string; alert?: boolean }): Promise<Answer<void>>;
  sendChatAction(action: { chatId: number; action: 'typing' | 'upload_document' }): Promise<Answer<void>>;
  /** The bytes of a file somebody sent; `too-large` when it has more than `maxBytes` (20 MB at most). */
  downloadFile(file: { fileId: string; maxBytes: number }): Promise<Answer<Uint8Array | 'too-large'>>;
  /** `editForumTopic`, `closeForumTopic`, `reopenForumTopic` or `deleteForumTopic`. */
  changeForumTopic(topic: { chatId: number; threadId: number; change: TopicChange }): Promise<Answer<void>>;
}

/** What the staff bot calls besides. */
export interface StaffTelegramApi extends TelegramApi {
  createForumTopic(topic: { chatId: number; name: string }): Promise<Answer<{ threadId: number }>>;
  /** `setMyCommands` for one chat alone, or `deleteMyCommands` when there are none. */
  setChatCommands(of: {
    chatId: number;
    commands: readonly { command: string; description: string }[];
  }): Promise<Answer<void>>;
}

interface Captioned {
  /** At most 1024 characters once parsed. */
  captionHtml: string;
  markup: ReplyMarkup | undefined;
}
