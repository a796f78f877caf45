import { readablePhone } from '../../core/text.js';
import { avatar } from './avatar.js';
import { h } from './dom.js';

/**
 * @param {string} name
 * @param {string} phone E.164
 * @param {number} id of the account; 0 when unknown
 */
export function contactCard(name, phone, id) {
  const words = h(
    'span',
    { class: 'contact-words' },
    h('span', { class: 'contact-name' }, name),
    h('span', { class: 'contact-phone' }, readablePhone(phone)),
  );
  return h('div', { class: 'contact' }, avatar(name, id, 'medium'), words);
}
