/**
 * What handling an update decided to say at once. Plain data: it is kept with the update until it
 * went out, so that a kill between the decision and the sending loses nothing.
 */
export type Effect =
  | { kind: 'send'; view: View; replyTo?: number }
  /** Edits a message of ours; when it can't be edited any more, sends the view as a new one, unless `inPlaceOnly`. */
  | { kind: 'edit'; messageId: number; view: View; inPlaceOnly?: boolean }
  /** Takes the buttons off an old message of ours. */
  | { kind: 'strip'; messageId: number }
  | { kind: 'delete'; messageId: number }
  /** Answers a tap; without text it only stops the button's progress sign. */
  | { kind: 'answer'; callbackId: string; text?: string; alert?: boolean }
  | { kind: 'action'; action: 'typing' | 'upload_document' }
  /** A small file made on the spot, such as the export of one's data. */
  | { kind: 'file'; name: string; mimeType: string; base64: string; captionHtml: string }
  /** A PNG or JPEG picture. */
  | { kind: 'photo'; base64: string; captionHtml: string; inline?: InlineButton[][] }
  /** Closes, opens again, renames or deletes a forum topic, which may be in another chat. */
  | { kind: 'topic'; chatId: number; threadId: number; change: TopicChange };

export type TopicChange = { kind: 'close' | 'reopen' | 'delete' } | { kind: 'rename'; name: string };

/** One message: text in Telegram's HTML, at most 4096 characters once parsed, and its keyboard. */
export interface View {
  html: string;
  inline?: InlineButton[][];
  /** The keyboard that replaces the person's own, or its removal. */
  reply?: ReplyKeyboard | 'remove';
}

export type ButtonStyle = 'primary' | 'success' | 'danger';

export type InlineButton =
  /** `data` is at most 64 bytes. */
  | { text: string; data: string; style?: ButtonStyle }
  | { text: string; url: string; style?: ButtonStyle }
  | { text: string; copy: string; style?: ButtonStyle };

export interface ReplyKeyboard {
  rows: { text: string; requestContact?: boolean }[][];
  placeholder?: string;
}
