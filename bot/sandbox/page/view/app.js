/** @import { Actions } from '../actions/actions.js' */
/** @import { PageState } from '../core/types.ts' */
/** @import { Translate } from '../core/i18n.js' */
import { translator } from '../core/i18n.js';
import { seatIn } from '../core/state.js';
import { createChatColumn } from './chat-column.js';
import { createListHeader } from './panels/list-header.js';
import { createPeopleList } from './panels/people-list.js';
import { createClockPanel } from './panels/clock-panel.js';
import { createPersonCard } from './panels/person-card.js';
import { createSheet } from './parts/dialogs.js';
import { h, setText } from './parts/dom.js';

/**
 * The whole page: the people, the chat, and what one needs beside it.
 * @param {Actions} actions
 * @param {HTMLElement} toasts
 */
export function createApp(actions, toasts) {
  const sheets = createSheets(actions, (value) => chat.fill(value));
  const listHeader = createListHeader(actions, sheets.clock.open);
  const people = createPeopleList(actions);
  const chat = createChatColumn(actions, { showPerson: sheets.person.open, showClock: sheets.clock.open });
  const sideCard = createPersonCard((_label, value) => chat.fill(value));
  const sideClock = createClockPanel(actions);
  const banner = h('p', { class: 'banner', attributes: { role: 'status' } });
  const skip = h('a', { class: 'skip', attributes: { href: '#message-input' } });
  const list = h('div', { class: 'list-column' }, listHeader.element, people.element);
  const side = h('aside', { class: 'side-column' }, sideCard.element, sideClock.element);
  const element = h('div', { class: 'app' }, list, chat.element, side);

  /** @param {PageState} state */
  const render = (state) => {
    const t = translator(state.language);
    const person = personOf(state);
    document.documentElement.lang = state.language === 'zh' ? 'zh-CN' : 'en';
    document.title = titleOf(state, t);
    element.dataset['open'] = String(state.open !== null);
    setText(skip, t('skip'));
    setText(banner, state.connection === 'lost' ? t('lost') : '');
    listHeader.render(state, t);
    people.render(state, t);
    chat.render(state, t);
    sideCard.render(person, state.language, t);
    sideClock.render(state, t);
    sheets.render(state, person, t);
  };
  return { nodes: [skip, banner, element, toasts, sheets.person.element, sheets.clock.element], render };
}

/**
 * Where the side panel has no room, its cards come as sheets.
 * @param {Actions} actions
 * @param {(value: string) => void} fill
 */
function createSheets(actions, fill) {
  const card = createPersonCard((_label, value) => {
    person.close();
    fill(value);
  });
  const panel = createClockPanel(actions);
  const person = createSheet(card.element);
  const clock = createSheet(panel.element);
  return {
    person,
    clock,
    /**
     * @param {PageState} state
     * @param {import('../../chat-api.ts').Person | undefined} who
     * @param {Translate} t
     */
    render(state, who, t) {
      card.render(who, state.language, t);
      panel.render(state, t);
      person.name(t('close'), t('whoYouAre'));
      clock.name(t('close'), t('clock'));
    },
  };
}

/** @param {PageState} state */
function personOf(state) {
  const chat = state.open ? state.chats[state.open] : undefined;
  const self = chat && seatIn(state, chat).person;
  return state.people.find(({ id }) => id === self);
}

/**
 * @param {PageState} state
 * @param {Translate} t
 */
function titleOf({ chats }, t) {
  const unread = Object.values(chats).reduce((sum, chat) => sum + chat.unread, 0);
  return unread > 0 ? `(${unread}) ${t('title')}` : t('title');
}
