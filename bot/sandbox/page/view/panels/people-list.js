/** @import { ChatMessage, GroupView, Person } from '../../../chat-api.ts' */
/** @import { Actions } from '../../actions/actions.js' */
/** @import { PageState } from '../../core/types.ts' */
/** @import { Translate } from '../../core/i18n.js' */
import { chatKey } from '../../core/state.js';
import { fullName, halfOf } from '../../core/text.js';
import { shortWhen } from '../../core/time.js';
import { avatar } from '../parts/avatar.js';
import { button, h, refill } from '../parts/dom.js';
import { now } from '../parts/now.js';
import { quotedWords } from '../parts/quoted-words.js';

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
    const rows = [
      ...state.people.map((person) => personRow(person, state, t)),
      ...state.groups.flatMap((group) => group.bots.map((bot) => groupRow(group, bot, state, t))),
    ];
    const bots = state.bots.map(({ username, name }) => ({ username, name }));
    element.setAttribute('aria-label', t('people'));
    intro.textContent =
      state.people.length === 0 ? t(state.connection === 'live' ? 'emptyWorld' : 'loading') : t('choosePerson');
    keepFocus(groups, () =>
      refill(groups, [rows, bots, state.language], () =>
        bots
          .map((bot) => ({ bot, rows: rows.filter((row) => row.bot === bot.username) }))
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
 * @property {string} bot
 * @property {number} id of the person or the group
 * @property {string} name
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
 */
function personRow(person, state, t) {
  const about = halfOf(person.about ?? t('noMessages'), state.language);
  return rowFor({ bot: person.bot, id: person.id, name: fullName(person), about }, state, t);
}

/**
 * @param {GroupView} group
 * @param {string} bot
 * @param {PageState} state
 * @param {Translate} t
 */
function groupRow({ id, title }, bot, state, t) {
  return rowFor({ bot, id, name: title, about: t('noMessages') }, state, t);
}

/**
 * @param {{ bot: string, id: number, name: string, about: string }} who
 * @param {PageState} state
 * @param {Translate} t
 * @returns {Row}
 */
function rowFor({ bot, id, name, about }, state, t) {
  const key = chatKey(bot, id);
  const chat = state.chats[key];
  const last = chat?.messages.findLast(({ service }) => service === undefined);
  return {
    key,
    bot,
    id,
    name,
    preview: last ? previewOf(last, t) : about,
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
  const text = quotedWords(message, t);
  if (message.sender) return `${message.sender.name}: ${text}`;
  return message.from === 'person' ? t('youWrote', { text }) : text;
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
function rowButton({ key, bot, id, name, preview, quiet, when, unread, open }, actions, t) {
  const element = button(
    open ? 'person-row open' : 'person-row',
    avatar(name, id, 'medium'),
    h('span', { class: 'person-name' }, name),
    h('span', { class: 'person-when' }, when),
    h('span', { class: quiet ? 'person-preview quiet' : 'person-preview' }, preview),
    unread > 0 &&
      h('span', { class: 'badge', attributes: { 'aria-label': t('unread', { count: unread }) } }, String(unread)),
  );
  element.dataset['chat'] = key;
  if (open) element.setAttribute('aria-current', 'true');
  element.addEventListener('click', () => void actions.openChat(bot, id));
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
