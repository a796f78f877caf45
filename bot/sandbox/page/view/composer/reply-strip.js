/** @import { Actions } from '../../actions/actions.js' */
/** @import { ChatState } from '../../core/types.ts' */
/** @import { Translate } from '../../core/i18n.js' */
import { button, h, setText } from '../parts/dom.js';
import { icon } from '../parts/icons.js';
import { quotedWords } from '../parts/quoted-words.js';

/**
 * The message that the next text answers, above the input.
 * @param {Actions} actions
 */
export function createReplyStrip(actions) {
  const words = h('span', { class: 'reply-words' });
  const close = button('icon-button', icon('close'));
  const element = h('div', { class: 'reply-strip' }, icon('reply'), words, close);
  /** @type {number | null} */
  let shown = null;
  close.addEventListener('click', () => actions.replyTo(null));

  /**
   * @param {ChatState} chat
   * @param {number | null} replying
   * @param {Translate} t
   * @returns {boolean} whether another message than before is answered
   */
  const render = (chat, replying, t) => {
    const message = chat.messages.find(({ message_id }) => message_id === replying);
    const began = message !== undefined && replying !== shown;
    shown = message ? replying : null;
    element.hidden = !message;
    setText(words, message ? quotedWords(message, t) : '');
    close.setAttribute('aria-label', t('cancel'));
    return began;
  };
  return { element, render };
}
