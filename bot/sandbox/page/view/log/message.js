/** @import { ChatMessage } from '../../../chat-api.ts' */
/** @import { Actions } from '../../actions/actions.js' */
/** @import { LogItem } from '../../core/types.ts' */
/** @import { Translate } from '../../core/i18n.js' */
import { timeOf } from '../../core/time.js';
import { attachments } from './attachments.js';
import { h, setText } from '../parts/dom.js';
import { icon } from '../parts/icons.js';
import { inlineKeyboard } from './inline-keyboard.js';
import { richText } from './rich-text.js';

/** @typedef {Extract<LogItem, { kind: 'message' }>} MessageItem */
/** @typedef {{ chat: string, actions: Actions, t: Translate }} MessageContext */

/** Draws a message that is not in the log yet.
 * @param {MessageItem} item
 * @param {MessageContext} context
 */
export function createMessage(item, context) {
  const element = h('article', { attributes: { 'data-message': item.message.message_id } });
  fillMessage(element, item, context);
  return element;
}

/**
 * Brings a drawn message up to date. What changes without the message changing (its place in a group, its
 * ticks) is changed in place: a new node would be read aloud again.
 * @param {HTMLElement} element
 * @param {MessageItem} item
 * @param {MessageContext} context
 * @returns {boolean} whether its content was replaced
 */
export function updateMessage(element, item, context) {
  const replaced = element.dataset['content'] !== contentOf(item.message);
  if (replaced) keepFocus(element, () => fillMessage(element, item, context));
  else decorate(element, item, context.t);
  return replaced;
}

/**
 * @param {HTMLElement} element
 * @param {MessageItem} item
 * @param {MessageContext} context
 */
function fillMessage(element, item, context) {
  const { message } = item;
  element.dataset['content'] = contentOf(message);
  const keyboard = message.inline_keyboard?.length ? inlineKeyboard(context.chat, message, context.actions) : null;
  element.replaceChildren(bubble(message, context), ...(keyboard ? [keyboard] : []));
  decorate(element, item, context.t);
}

/** @param {ChatMessage} message */
function contentOf(message) {
  return JSON.stringify(message);
}

/**
 * @param {ChatMessage} message
 * @param {MessageContext} context
 */
function bubble(message, { actions, t }) {
  const words = message.text ?? message.caption;
  const body = words === undefined ? [] : richText(words, message.entities, actions, t);
  const text = h('div', { class: 'text', attributes: { dir: 'auto' } }, ...body, meta(message, t));
  return h('div', { class: 'bubble' }, ...attachments(message, t), text);
}

/**
 * Time, "edited" and ticks, at the end of the last line.
 * @param {ChatMessage} message
 * @param {Translate} t
 */
function meta({ date, edit_date, from }, t) {
  const at = new Date(date * 1000);
  const time = h('time', { attributes: { datetime: at.toISOString() } }, timeOf(date * 1000));
  const edited = edit_date === undefined ? null : h('span', { class: 'edited' }, t('edited'));
  const ticks = from === 'person' && h('span', { class: 'ticks', attributes: { role: 'img' } });
  return h('span', { class: 'meta' }, edited, time, ticks);
}

/**
 * @param {HTMLElement} element
 * @param {MessageItem} item
 * @param {Translate} t
 */
function decorate(element, { message, first, last, read }, t) {
  const side = message.from === 'person' ? 'out' : 'in';
  const kind = message.sticker ? 'bare' : message.document ? 'with-file' : message.photo ? 'with-photo' : 'worded';
  const keys = message.inline_keyboard?.length ? 'with-keys' : '';
  const fresh = element.classList.contains('touched') ? 'touched' : '';
  element.className = `message ${side} ${kind} ${keys} ${first ? 'first' : ''} ${last ? 'last' : ''} ${fresh}`.trim();
  const ticks = element.querySelector('.ticks');
  const label = t(read ? 'read' : 'sent');
  if (!ticks || ticks.getAttribute('aria-label') === label) return;
  ticks.setAttribute('aria-label', label);
  ticks.replaceChildren(icon(read ? 'ticks' : 'tick'));
}

/**
 * A tapped button that comes back in the edited message keeps the keyboard's focus; if it is gone, its
 * neighbour has it.
 * @param {HTMLElement} element
 * @param {() => void} change
 */
function keepFocus(element, change) {
  const focusable = () => [...element.querySelectorAll('button, a[href]')];
  const at = document.activeElement ? focusable().indexOf(document.activeElement) : -1;
  change();
  if (at === -1) return;
  const now = focusable();
  const next = now[Math.min(at, now.length - 1)];
  if (next instanceof HTMLElement) next.focus({ preventScroll: true });
}

/**
 * The text of a day separator.
 * @param {string} label
 */
export function createDay(label) {
  return h('div', { class: 'day', attributes: { role: 'separator' } }, h('span', {}, label));
}

/**
 * @param {HTMLElement} element
 * @param {string} label
 */
export function updateDay(element, label) {
  const span = element.firstElementChild;
  if (span) setText(span, label);
}
