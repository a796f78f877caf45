/** @import { ChatMessage, InlineButton } from '../../../chat-api.ts' */
/** @import { Actions } from '../../actions/actions.js' */
/** @import { Translate } from '../../core/i18n.js' */
import { safeHref } from '../../core/links.js';
import { tapKey } from '../../core/state.js';
import { button, h } from '../parts/dom.js';
import { icon } from '../parts/icons.js';

const STYLES = new Set(['danger', 'success', 'primary']);

/**
 * The buttons below a message.
 * @param {string} chat chatKey
 * @param {ChatMessage} message
 * @param {Actions} actions
 */
export function inlineKeyboard(chat, message, actions) {
  const rows = (message.inline_keyboard ?? []).map((row, rowIndex) =>
    h(
      'div',
      { class: 'row' },
      ...row.map((item, column) => {
        const key = tapKey(chat, message.message_id, rowIndex, column);
        return inlineButton(item, message.message_id, key, actions);
      }),
    ),
  );
  return h('div', { class: 'inline-keyboard' }, ...rows);
}

/**
 * @param {InlineButton} item
 * @param {number} messageId
 * @param {string} key tapKey
 * @param {Actions} actions
 */
function inlineButton(item, messageId, key, actions) {
  const style = item.style && STYLES.has(item.style) ? item.style : 'plain';
  const label = h('span', { class: 'label' }, item.text);
  if (item.url !== undefined) return urlButton(item.url, style, label, actions);
  const { copy_text, callback_data } = item;
  const element = button(`inline-button ${style}`, label, copy_text && icon('copy', 'corner'));
  if (copy_text) element.addEventListener('click', () => void actions.copy(copy_text.text));
  if (callback_data === undefined) return element;
  element.dataset['tap'] = key;
  element.append(h('span', { class: 'spinner' }));
  element.addEventListener('click', () => void actions.tap(key, { message_id: messageId, data: callback_data }));
  return element;
}

/**
 * @param {string} url
 * @param {string} style
 * @param {HTMLElement} label
 * @param {Actions} actions
 */
function urlButton(url, style, label, actions) {
  const href = safeHref(url);
  const anchor = h(
    'a',
    { class: `inline-button ${style}`, attributes: { href, target: '_blank', rel: 'noopener noreferrer' } },
    label,
    icon('arrow', 'corner'),
  );
  anchor.addEventListener('click', (event) => {
    if (href && actions.followDeepLink(href)) event.preventDefault();
  });
  return anchor;
}

/**
 * Shows which buttons wait for an answer.
 * @param {HTMLElement} root
 * @param {readonly string[]} taps tapKeys
 * @param {Translate} t
 */
export function markTaps(root, taps, t) {
  for (const element of root.querySelectorAll('[data-tap]')) {
    if (!(element instanceof HTMLElement)) continue;
    const waits = taps.includes(element.dataset['tap'] ?? '');
    if (element.classList.contains('waiting') === waits) continue;
    element.classList.toggle('waiting', waits);
    element.toggleAttribute('aria-busy', waits);
    element.title = waits ? t('loading') : '';
  }
}
