/** @import { BotView, GroupView, Person } from '../../../chat-api.ts' */
/** @import { Actions } from '../../actions/actions.js' */
/** @import { ChatState, PageState } from '../../core/types.ts' */
/** @import { Translate } from '../../core/i18n.js' */
import { fullName } from '../../core/text.js';
import { avatar } from '../parts/avatar.js';
import { button, h, refill, setAttributes, setText } from '../parts/dom.js';
import { icon } from '../parts/icons.js';
import { createClockChip, renderClockChip } from './clock-chip.js';
import { createPopover } from '../parts/popover.js';

/**
 * @param {Actions} actions
 * @param {{ showPerson: () => void, showClock: () => void }} sheets
 */
export function createChatHeader(actions, { showPerson, showClock }) {
  /** @type {{ blocked: boolean, t: Translate }} */
  const current = { blocked: false, t: (word) => word };
  const back = button('icon-button back', icon('back'));
  const picture = h('span', { class: 'header-avatar' });
  const name = h('h1', { class: 'bot-name' });
  const status = h('p', { class: 'bot-status' });
  const clock = createClockChip(showClock);
  const person = button('you-chip');
  const more = button('icon-button', icon('more', 'dots'));
  const menu = createPopover('menu', more, () => menuItems(current.blocked, current.t));
  const names = h('div', { class: 'bot-names' }, name, status);
  const bar = h('div', { class: 'chat-bar' }, back, picture, names, more, menu.element);
  const element = h('header', { class: 'chat-header' }, bar, h('div', { class: 'context-bar' }, person, clock));
  back.addEventListener('click', () => actions.closeChat());
  person.addEventListener('click', showPerson);

  /**
   * @param {boolean} blocked
   * @param {Translate} t
   */
  const menuItems = (blocked, t) => {
    const about = button('menu-item', icon('info'), t('aboutBot'));
    const block = button('menu-item', icon('block'), t(blocked ? 'unblock' : 'block'));
    about.addEventListener('click', () => (menu.close(), void actions.showBot()));
    block.addEventListener('click', () => (menu.close(), void actions.setBlocked(!blocked)));
    return [about, block];
  };

  /**
   * @param {PageState} state
   * @param {ChatState} chat
   * @param {BotView} bot
   * @param {Person | undefined} who
   * @param {Translate} t
   * @param {GroupView} [group]
   */
  const render = (state, chat, bot, who, t, group) => {
    Object.assign(current, { blocked: chat.blocked, t });
    const you = who ? fullName(who) : '';
    const { title = bot.name, id = bot.id } = group ?? {};
    refill(picture, [title, id], () => [avatar(title, id, 'small')]);
    refill(person, [you, t('youAre')], () => [
      avatar(you, who?.id ?? 0, 'tiny'),
      h('span', { class: 'you-text' }, t('youAre', { name: you })),
    ]);
    setText(name, title);
    setText(status, statusOf(chat.action, group, t));
    status.classList.toggle('busy', chat.action !== null);
    renderClockChip(clock, state, t);
    setAttributes(back, { 'aria-label': t('back') });
    setAttributes(more, { 'aria-label': t('more'), hidden: group !== undefined });
  };
  return { element, render };
}

/**
 * @param {string | null} action as in sendChatAction
 * @param {GroupView | undefined} group
 * @param {Translate} t
 */
function statusOf(action, group, t) {
  if (action === null) return group ? t('members', { count: group.members.length }) : t('bot');
  return t(action.startsWith('upload_') ? 'sendingFile' : 'typing');
}
