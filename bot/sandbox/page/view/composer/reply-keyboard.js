/** @import { Chat, ReplyButton } from '../../../chat-api.ts' */
/** @import { Actions } from '../../actions/actions.js' */
/** @import { Translate } from '../../core/i18n.js' */
import { button, h, refill, setAttributes } from '../parts/dom.js';
import { icon } from '../parts/icons.js';

/**
 * The bot's own keyboard, below the input.
 * @param {Actions} actions
 */
export function createReplyKeyboard(actions) {
  const element = h('div', { class: 'reply-keyboard', attributes: { role: 'group', id: 'reply-keyboard' } });
  const toggle = button('icon-button keyboard-toggle', icon('keyboard'));
  toggle.setAttribute('aria-controls', 'reply-keyboard');
  let shown = true;
  /** @type {Chat['reply_keyboard']} */
  let last = null;

  /** @param {Translate} t */
  const show = (t) => {
    element.hidden = !shown || element.childElementCount === 0;
    toggle.hidden = element.childElementCount === 0;
    setAttributes(toggle, { 'aria-expanded': String(shown), 'aria-label': t(shown ? 'hideKeyboard' : 'showKeyboard') });
  };

  /** @type {Translate} */
  let words = (word) => word;
  toggle.addEventListener('click', () => {
    shown = !shown;
    show(words);
  });

  /**
   * @param {string} chat chatKey
   * @param {Chat['reply_keyboard']} keyboard
   * @param {Translate} t
   */
  const render = (chat, keyboard, t) => {
    words = t;
    // A bot that sends the same keyboard again wants it seen again.
    if (keyboard !== last) shown = true;
    last = keyboard;
    const collapse = () => {
      if (!keyboard?.one_time) return;
      shown = false;
      show(t);
    };
    refill(element, [chat, keyboard], () => (keyboard?.rows ?? []).map((row) => rowOf(row, actions, collapse)));
    element.setAttribute('aria-label', t('replyKeyboard'));
    show(t);
  };
  return { element, toggle, render };
}

/**
 * @param {ReplyButton[]} row
 * @param {Actions} actions
 * @param {() => void} onPressed
 */
function rowOf(row, actions, onPressed) {
  const buttons = row.map((item) => {
    const element = button('reply-button', item.request_contact && icon('phone'), h('span', {}, item.text));
    const press = async () => {
      const sent = await (item.request_contact ? actions.shareContact() : actions.sendText(item.text));
      if (sent) onPressed();
    };
    element.addEventListener('click', () => void press());
    return element;
  });
  return h('div', { class: 'row' }, ...buttons);
}
