import type { ButtonStyle, InlineButton, ReplyKeyboard, View } from '../effects.ts';

/** Bot API InlineKeyboardButton, as far as our buttons go (`style` since Bot API 9.4). */
type InlineKeyboardButton =
  | { text: string; callback_data: string; style?: ButtonStyle }
  | { text: string; url: string; style?: ButtonStyle }
  | { text: string; copy_text: { text: string }; style?: ButtonStyle };

export interface InlineKeyboardMarkup {
  inline_keyboard: InlineKeyboardButton[][];
}

interface ReplyKeyboardMarkup {
  keyboard: { text: string; request_contact?: true }[][];
  resize_keyboard: true;
  input_field_placeholder?: string;
}

interface ReplyKeyboardRemove {
  remove_keyboard: true;
}

export type ReplyMarkup = InlineKeyboardMarkup | ReplyKeyboardMarkup | ReplyKeyboardRemove;

/** Thrown for a view that no message can be: one can carry only one of the two keyboards. */
export class ViewError extends Error {
  readonly code = 'view';

  constructor(message: string) {
    super(message);
    this.name = 'ViewError';
  }
}

/** The Bot API `reply_markup` of a view; undefined when it has none. */
export function replyMarkup(view: Pick<View, 'inline' | 'reply'>): ReplyMarkup | undefined {
  if (view.inline && view.reply) throw new ViewError('a message has an inline keyboard or a reply keyboard, not both');
  if (view.reply === 'remove') return { remove_keyboard: true };
  return view.reply ? replyKeyboard(view.reply) : inlineKeyboard(view.inline);
}

/** Empty rows are left out; undefined when nothing remains. */
export function inlineKeyboard(rows: InlineButton[][] | undefined): InlineKeyboardMarkup | undefined {
  const filled = (rows ?? []).filter((row) => row.length > 0);
  return filled.length === 0 ? undefined : { inline_keyboard: filled.map((row) => row.map(inlineButton)) };
}

function inlineButton(button: InlineButton): InlineKeyboardButton {
  const style = button.style === undefined ? {} : { style: button.style };
  if ('data' in button) return { text: button.text, callback_data: button.data, ...style };
  if ('url' in button) return { text: button.text, url: button.url, ...style };
  return { text: button.text, copy_text: { text: button.copy }, ...style };
}

function replyKeyboard(keyboard: ReplyKeyboard): ReplyKeyboardMarkup {
  const placeholder = keyboard.placeholder === undefined ? {} : { input_field_placeholder: keyboard.placeholder };
  return {
    keyboard: keyboard.rows.map((row) =>
      row.map(({ text, requestContact }) => (requestContact ? { text, request_contact: true } : { text })),
    ),
    resize_keyboard: true,
    ...placeholder,
  };
}
