/** @import { ChatMessage } from '../../../chat-api.ts' */
/** @import { Actions } from '../../actions/actions.js' */
/** @import { LogItem } from '../../core/types.ts' */
/** @import { Translate } from '../../core/i18n.js' */
import { toneOf } from '../../core/text.js';
import { timeOf } from '../../core/time.js';
import { quotedWords } from '../parts/quoted-words.js';
import { attachments } from './attachments.js';
import { button, h, refill, setText } from '../parts/dom.js';
import { icon } from '../parts/icons.js';
import { inlineKeyboard } from './inline-keyboard.js';
import { richText } from './rich-text.js';

/** @typedef {Extract<LogItem, { kind: 'message' }>} MessageItem */
/** @typedef {{ chat: string, replies: boolean, actions: Actions, t: Translate }} MessageContext */

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
  else decorate(element, item, context);
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
  const heading = h('div', { class: 'message-heading' });
  element.replaceChildren(heading, bubble(item, context), ...(keyboard ? [keyboard] : []));
  decorate(element, item, context);
}

/** @param {ChatMessage} message */
function contentOf(message) {
  return JSON.stringify(message);
}

/**
 * @param {MessageItem} item
 * @param {MessageContext} context
 */
function bubble({ message, quoted }, { replies, actions, t }) {
  if (message.service !== undefined) return serviceNote(message, t);
  const words = message.text ?? message.caption;
  const body = words === undefined ? [] : richText(words, message.entities, actions, t);
  const text = h('div', { class: 'text', attributes: { dir: 'auto' } }, ...body, meta(message, t));
  const quote = quoted && h('div', { class: 'quoted' }, quotedWords(quoted, t));
  return h(
    'div',
    { class: 'bubble' },
    quote,
    ...attachments(message, t),
    text,
    replies && replyButton(message, actions, t),
  );
}

/**
 * What happened to a topic, as far as the page knows it.
 * @param {ChatMessage} message
 * @param {Translate} t
 */
function serviceNote({ service = '', topic_name: name = '' }, t) {
  if (service === 'forum_topic_created') return h('div', { class: 'service' }, t('topicOpened', { name }));
  if (service === 'forum_topic_edited') return h('div', { class: 'service' }, t('topicRenamed', { name }));
  if (service === 'forum_topic_closed') return h('div', { class: 'service' }, t('topicClosed'));
  if (service === 'forum_topic_reopened') return h('div', { class: 'service' }, t('topicReopened'));
  return h('div', { class: 'service' }, service);
}

/**
 * @param {ChatMessage} message
 * @param {Actions} actions
 * @param {Translate} t
 */
function replyButton({ message_id }, actions, t) {
  const element = button('answer-button', icon('reply'));
  element.setAttribute('aria-label', t('reply'));
  element.addEventListener('click', () => actions.replyTo(message_id));
  return element;
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
 * @param {MessageContext} context
 */
function decorate(element, item, { t }) {
  const { message, own, first, last, read } = item;
  fillHeading(element, item, t);
  if (message.service !== undefined) {
    element.className = 'message note';
    return;
  }
  const side = own ? 'out' : 'in';
  const kind = kindOf(message);
  const keys = message.inline_keyboard?.length ? 'with-keys' : '';
  const fresh = element.classList.contains('touched') ? 'touched' : '';
  element.className = `message ${side} ${kind} ${keys} ${first ? 'first' : ''} ${last ? 'last' : ''} ${fresh}`.trim();
  const ticks = element.querySelector('.ticks');
  const label = t(read ? 'read' : 'sent');
  if (!ticks || ticks.getAttribute('aria-label') === label) return;
  ticks.setAttribute('aria-label', label);
  ticks.replaceChildren(icon(read ? 'ticks' : 'tick'));
}

/** @param {ChatMessage} message */
function kindOf({ sticker, document, photo }) {
  if (sticker) return 'bare';
  if (document) return 'with-file';
  return photo ? 'with-photo' : 'worded';
}

/**
 * Above the message: where another topic begins, and in a group who else writes.
 * @param {HTMLElement} element
 * @param {MessageItem} item
 * @param {Translate} t
 */
function fillHeading(element, { message, own, first, topic }, t) {
  const heading = element.querySelector('.message-heading');
  if (!(heading instanceof HTMLElement)) return;
  const sender = message.sender && first && !own ? message.sender : null;
  const noted = message.service === undefined;
  heading.hidden = !noted || (topic === null && !sender);
  refill(heading, [topic, sender, noted], () => [
    noted && topic !== null && h('span', { class: 'topic' }, t('inTopic', { name: topic })),
    noted && sender && h('span', { class: `sender tone-${toneOf(sender.id)}` }, sender.name),
  ]);
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
