/** @import { Actions } from '../actions/actions.js' */
/** @import { PageState } from '../core/types.ts' */
/** @import { Translate } from '../core/i18n.js' */
import { seatIn } from '../core/state.js';
import { createComposer } from './composer/composer.js';
import { createLog } from './log/log.js';
import { createChatHeader } from './panels/chat-header.js';
import { createWelcome } from './panels/welcome.js';
import { h, setText } from './parts/dom.js';

/**
 * One conversation, from its header to its input.
 * @param {Actions} actions
 * @param {{ showPerson: () => void, showClock: () => void }} sheets
 */
export function createChatColumn(actions, sheets) {
  const header = createChatHeader(actions, sheets);
  const log = createLog(actions);
  const welcome = createWelcome();
  const composer = createComposer(actions);
  const nothing = h('p', { class: 'pick-chat' });
  const chat = h('div', { class: 'chat' }, header.element, welcome.element, log.element, composer.element);
  const element = h('main', { class: 'chat-column' }, nothing, chat);
  acceptFiles(element, (file) => void actions.sendFile(file));

  /**
   * @param {PageState} state
   * @param {Translate} t
   */
  const render = (state, t) => {
    const open = state.open ? state.chats[state.open] : undefined;
    const bot = state.bots.find(({ username }) => username === open?.bot);
    chat.hidden = !open || !bot;
    nothing.hidden = !chat.hidden;
    setText(nothing, t(state.connection === 'live' ? 'pickChat' : 'loading'));
    if (!open || !bot) return;
    const seat = seatIn(state, open);
    const person = state.people.find(({ id }) => id === seat.person);
    const group = state.groups.find(({ id }) => id === seat.group);
    const title = group?.title ?? bot.name;
    header.render(state, open, bot, person, t, group);
    welcome.element.hidden = open.messages.length > 0;
    welcome.render(bot, person, t);
    log.element.hidden = open.messages.length === 0;
    composer.render(open, bot, person, t, state.replying);
    log.render(state, t, title);
  };
  return { element, render, fill: composer.fill };
}

/**
 * A file dropped on the conversation is sent as one that was chosen.
 * @param {HTMLElement} element
 * @param {(file: File) => void} onFile
 */
function acceptFiles(element, onFile) {
  element.addEventListener('dragover', (event) => event.preventDefault());
  element.addEventListener('drop', (event) => {
    event.preventDefault();
    const file = event.dataTransfer?.files[0];
    if (file) onFile(file);
  });
}
