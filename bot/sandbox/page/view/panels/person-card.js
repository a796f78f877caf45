/** @import { Person } from '../../../chat-api.ts' */
/** @import { Language } from '../../core/types.ts' */
/** @import { Translate } from '../../core/i18n.js' */
import { fullName, halfOf, readablePhone } from '../../core/text.js';
import { avatar } from '../parts/avatar.js';
import { button, h, refill } from '../parts/dom.js';
import { icon } from '../parts/icons.js';

/**
 * Who one is in this chat, and what to type when the bot asks.
 * @param {(label: string, value: string) => void} fill
 */
export function createPersonCard(fill) {
  const element = h('section', { class: 'card person-card' });
  /**
   * @param {Person | undefined} person
   * @param {Language} language
   * @param {Translate} t
   */
  const render = (person, language, t) => {
    element.hidden = !person;
    element.setAttribute('aria-label', t('whoYouAre'));
    refill(element, [person, language], () => (person ? [head(person, language, t), knowledge(person, fill, t)] : []));
  };
  return { element, render };
}

/**
 * @param {Person} person
 * @param {Language} language
 * @param {Translate} t
 */
function head(person, language, t) {
  const name = fullName(person);
  return h(
    'div',
    { class: 'person-head' },
    avatar(name, person.id, 'large'),
    h('p', { class: 'card-kicker' }, t('whoYouAre')),
    h('h2', { class: 'person-title' }, name),
    person.about && h('p', { class: 'person-about' }, halfOf(person.about, language)),
    h('p', { class: 'person-phone' }, icon('phone'), `${t('accountPhone')} ${readablePhone(person.phone_number)}`),
  );
}

/**
 * @param {Person} person
 * @param {(label: string, value: string) => void} fill
 * @param {Translate} t
 */
function knowledge({ hints = [] }, fill, t) {
  if (hints.length === 0) return null;
  const items = hints.map(({ label, value }) => {
    const row = button(
      'hint',
      h('span', { class: 'hint-label' }, label),
      h('span', { class: 'hint-value' }, value),
      icon('fill'),
    );
    row.setAttribute('aria-label', t('fill', { label, value }));
    row.addEventListener('click', () => fill(label, value));
    return h('li', {}, row);
  });
  return h(
    'div',
    { class: 'knowledge' },
    h('h3', { class: 'card-kicker' }, t('hints')),
    h('ul', { class: 'hint-list' }, ...items),
    h('p', { class: 'card-help' }, t('hintsHelp')),
  );
}
