/** @import { ChatMessage, Person } from '../../../chat-api.ts' */
/** @import { Actions } from '../../actions/actions.js' */
/** @import { PageState } from '../../core/types.ts' */
/** @import { Translate } from '../../core/i18n.js' */
import { chatKey } from '../../core/state.js';
import { fullName, halfOf } from '../../core/text.js';
import { shortWhen } from '../../core/time.js';
import { avatar } from '../parts/avatar.js';
import { button, h, refill } from '../parts/dom.js';
import { now } from '../parts/now.js';

/** Characters of a message that a row can need. */
const PREVIEW = 120;

/**
 * Who one can be, grouped by the bot they talk to.
 * @param {Actions} actions
 */
export function createPeopleList(actions) {
  const intro = h('p', { class: 'list-intro' });
  const groups = h('div', { class: 'groups' });
  const element = h('nav', { class: 'people' }, intro, groups);

  /**
   * @param {PageState} state
   * @param {Translate} t
   */
  const render = (state, t) => {
    const rows = state.people.map((person) => rowFor(person, state, t));
    const bots = state.bots.map(({ username, name }) => ({ username, name }));
    element.setAttribute('aria-label', t('people'));
    intro.textContent =
      state.people.length === 0 ? t(state.connection === 'live' ? 'emptyWorld' : 'loading') : t('choosePerson');
    keepFocus(groups, () =>
      refill(groups, [rows, bots, state.language], () =>
        bots
          .map((bot) => ({ bot, rows: rows.filter(({ person }) => person.bot === bot.username) }))
          .filter((group) => group.rows.length > 0)
          .map((group) => groupOf(group.bot.name, group.rows, actions, t)),
      ),
    );
  };
  return { element, render };
}

/**
 * @typedef {object} Row
 * @property {string} key chatKey
 * @property {Person} person
 * @property {string} preview
 * @property {boolean} quiet whether the preview is not a message but who the person is
 * @property {string} when
 * @property {number} unread
 * @property {boolean} open
 */

/**
 * @param {Person} person
 * @param {PageState} state
 * @param {Translate} t
 * @returns {Row}
 */
function rowFor(person, state, t) {
  const key = chatKey(person.bot, person.id);
  const chat = state.chats[key];
  const last = chat?.messages.at(-1);
  return {
    key,
    person,
    preview: last ? previewOf(last, t) : halfOf(person.about ?? t('noMessages'), state.language),
    quiet: !last,
    when: last ? shortWhen(state.language, last.date * 1000, now(state)) : '',
    unread: chat?.unread ?? 0,
    open: state.open === key,
  };
}

/**
 * @param {ChatMessage} message
 * @param {Translate} t
 */
function previewOf(message, t) {
  const text = (message.text ?? message.caption ?? kindOf(message, t)).replaceAll(/\s+/g, ' ').slice(0, PREVIEW);
  return message.from === 'person' ? t('youWrote', { text }) : text;
}

/**
 * @param {ChatMessage} message
 * @param {Translate} t
 */
function kindOf(message, t) {
  if (message.sticker) return message.sticker.emoji;
  if (message.contact) return t('contact');
  if (message.photo) return t('photo');
  return message.document?.file_name ?? t('document');
}

/**
 * @param {string} botName
 * @param {Row[]} rows
 * @param {Actions} actions
 * @param {Translate} t
 */
function groupOf(botName, rows, actions, t) {
  const items = rows.map((row) => h('li', {}, rowButton(row, actions, t)));
  return h(
    'section',
    { class: 'group' },
    h('h2', { class: 'group-title' }, t('talksTo', { bot: botName })),
    h('ul', {}, ...items),
  );
}

/**
 * @param {Row} row
 * @param {Actions} actions
 * @param {Translate} t
 */
function rowButton({ key, person, preview, quiet, when, unread, open }, actions, t) {
  const name = fullName(person);
  const element = button(
    open ? 'person-row open' : 'person-row',
    avatar(name, person.id, 'medium'),
    h('span', { class: 'person-name' }, name),
    h('span', { class: 'person-when' }, when),
    h('span', { class: quiet ? 'person-preview quiet' : 'person-preview' }, preview),
    unread > 0 &&
      h('span', { class: 'badge', attributes: { 'aria-label': t('unread', { count: unread }) } }, String(unread)),
  );
  element.dataset['chat'] = key;
  if (open) element.setAttribute('aria-current', 'true');
  element.addEventListener('click', () => void actions.openChat(person.bot, person.id));
  return element;
}

/**
 * A redrawn list keeps the focus on the same person.
 * @param {HTMLElement} element
 * @param {() => void} change
 */
function keepFocus(element, change) {
  const focused = document.activeElement;
  const key = focused instanceof HTMLElement && element.contains(focused) ? focused.dataset['chat'] : undefined;
  change();
  if (key === undefined) return;
  for (const row of element.querySelectorAll('button'))
    if (row.dataset['chat'] === key) row.focus({ preventScroll: true });
}
