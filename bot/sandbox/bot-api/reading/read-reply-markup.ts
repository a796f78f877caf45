import type { InlineButton, ReplyButton } from '../../chat-api.ts';
import { linkTarget } from '../../text/parse-html.ts';
import type { ReplyKeyboard } from '../../world/conversation.ts';
import { badRequest } from '../api-error.ts';
import { isRecord, type Parameters } from '../parameters.ts';

export type ReplyMarkup =
  | { kind: 'none' }
  | { kind: 'inline'; rows: InlineButton[][] }
  | { kind: 'reply'; keyboard: ReplyKeyboard }
  | { kind: 'remove' }
  | { kind: 'force' };

const MAX_BUTTONS = 100;
const MAX_DATA_BYTES = 64;
const MAX_COPY_TEXT = 256;
const OTHER_ACTIONS = ['web_app', 'login_url', 'switch_inline_query', 'switch_inline_query_current_chat', 'pay'];

/** Reads `reply_markup`; refuses what Telegram refuses. */
export function readReplyMarkup(parameters: Parameters): ReplyMarkup {
  const value = parameters.json('reply_markup');
  if (value === undefined) return { kind: 'none' };
  if (!isRecord(value)) throw badRequest('object expected as reply markup');
  if ('inline_keyboard' in value) return inline(value['inline_keyboard']);
  if ('keyboard' in value) return reply(value);
  if (value['remove_keyboard'] === true) return { kind: 'remove' };
  return value['force_reply'] === true ? { kind: 'force' } : { kind: 'none' };
}

/** Reads the inline keyboard of an edit, which can carry no other markup; undefined for none. */
export function readInlineKeyboard(parameters: Parameters): InlineButton[][] | undefined {
  const markup = readReplyMarkup(parameters);
  return markup.kind === 'inline' ? markup.rows : undefined;
}

function inline(value: unknown): ReplyMarkup {
  const rows = readRows(value, 'inline keyboard').map((row) => row.map(inlineButton));
  if (rows.flat().length > MAX_BUTTONS) throw badRequest('REPLY_MARKUP_TOO_LONG');
  return rows.length > 0 ? { kind: 'inline', rows } : { kind: 'none' };
}

function reply(value: Record<string, unknown>): ReplyMarkup {
  const rows = readRows(value['keyboard'], 'keyboard').map((row) => row.map(replyButton));
  if (rows.length === 0) return { kind: 'none' };
  const placeholder = value['input_field_placeholder'];
  const one_time = value['one_time_keyboard'] === true;
  const keyboard = { rows, one_time, ...(typeof placeholder === 'string' && placeholder && { placeholder }) };
  return { kind: 'reply', keyboard };
}

function readRows(value: unknown, what: string): unknown[][] {
  if (!Array.isArray(value)) throw badRequest(`field "${what.replace(' ', '_')}" of the object must be an Array`);
  const rows = value.map((row: unknown): unknown[] => {
    if (!Array.isArray(row)) throw badRequest(`can't parse ${what}: row must be an Array`);
    return row;
  });
  return rows.filter((row) => row.length > 0);
}

function inlineButton(value: unknown): InlineButton {
  if (!isRecord(value)) throw badRequest("can't parse inline keyboard button: InlineKeyboardButton must be an Object");
  const text = value['text'];
  if (typeof text !== 'string') throw badRequest('can\'t parse inline keyboard button: Can\'t find field "text"');
  if (text.trim() === '') throw badRequest('BUTTON_TEXT_INVALID');
  const style = typeof value['style'] === 'string' ? { style: value['style'] } : {};
  return { text, ...style, ...inlineAction(value) };
}

function inlineAction(button: Record<string, unknown>): Partial<InlineButton> {
  const { callback_data, url, copy_text } = button;
  if (typeof url === 'string') {
    const target = linkTarget(url);
    if (target === undefined) throw badRequest(`inline keyboard button URL '${url}' is invalid: Wrong HTTP URL`);
    return { url: target };
  }
  if (typeof callback_data === 'string') {
    const bytes = Buffer.byteLength(callback_data);
    if (bytes < 1 || bytes > MAX_DATA_BYTES) throw badRequest('BUTTON_DATA_INVALID');
    return { callback_data };
  }
  if (isRecord(copy_text) && typeof copy_text['text'] === 'string') {
    const { text } = copy_text;
    if (text.length < 1 || text.length > MAX_COPY_TEXT) throw badRequest('BUTTON_COPY_TEXT_INVALID');
    return { copy_text: { text } };
  }
  if (OTHER_ACTIONS.some((action) => action in button)) return {};
  throw badRequest("can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard");
}

function replyButton(value: unknown): ReplyButton {
  if (typeof value === 'string') return { text: value };
  if (!isRecord(value)) throw badRequest("can't parse keyboard button: KeyboardButton must be a String or an Object");
  const text = value['text'];
  if (typeof text !== 'string') throw badRequest('can\'t parse keyboard button: Can\'t find field "text"');
  return { text, ...(value['request_contact'] === true && { request_contact: true }) };
}
