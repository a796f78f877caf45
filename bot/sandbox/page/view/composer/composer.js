/** @import { BotView, Person } from '../../../chat-api.ts' */
/** @import { Actions } from '../../actions/actions.js' */
/** @import { ChatState } from '../../core/types.ts' */
/** @import { Translate } from '../../core/i18n.js' */
import { chatKey } from '../../core/state.js';
import { byLanguage } from '../../core/text.js';
import { button, h, setText } from '../parts/dom.js';
import { createHintStrip } from './hint-strip.js';
import { createInputBar } from './input-bar.js';
import { createReplyStrip } from './reply-strip.js';
import { createReplyKeyboard } from './reply-keyboard.js';

/**
 * The foot of the chat: the input with its tools, or the one button that is possible now (start, unblock).
 * @param {Actions} actions
 */
export function createComposer(actions) {
  const keyboard = createReplyKeyboard(actions);
  const bar = createInputBar(actions, keyboard.toggle);
  const hints = createHintStrip((_label, value) => bar.fill(value));
  const only = button('only-action');
  const reply = createReplyStrip(actions);
  const writing = h('div', { class: 'writing' }, hints.element, reply.element, bar.element, keyboard.element);
  const element = h('footer', { class: 'composer' }, writing, only);
  /** @type {() => void} */
  let press = () => undefined;
  only.addEventListener('click', () => press());
  /** @type {Map<string, string>} what was being written, by chat */
  const drafts = new Map();
  let shown = '';

  /** @param {string} key */
  const swapDraft = (key) => {
    if (key === shown) return;
    drafts.set(shown, bar.input.value);
    shown = key;
    bar.input.value = drafts.get(key) ?? '';
    bar.input.dispatchEvent(new Event('input'));
  };

  /**
   * @param {ChatState} chat
   * @param {BotView} bot
   * @param {Person | undefined} person
   * @param {Translate} t
   * @param {number | null} replying
   */
  const render = (chat, bot, person, t, replying) => {
    const key = chatKey(chat.bot, chat.person);
    swapDraft(key);
    const single = chat.blocked || chat.messages.length === 0;
    // Not after a touch: that would bring up a phone's keyboard, over the first answer.
    const byKeyboard = only.matches(':focus-visible');
    writing.hidden = single;
    only.hidden = !single;
    setText(only, t(chat.blocked ? 'unblock' : 'start'));
    press = () => void (chat.blocked ? actions.setBlocked(false) : actions.sendText('/start'));
    const everywhere = byLanguage(bot.commands, person?.language_code ?? '');
    const commands = bot.chat_commands[chat.person] ?? everywhere ?? [];
    bar.render(bot.name, commands, chat.reply_keyboard, t);
    hints.render(person, t);
    if (reply.render(chat, replying, t)) bar.input.focus();
    keyboard.render(key, chat.reply_keyboard, t);
    if (byKeyboard && !single) bar.input.focus();
  };
  return { element, render, fill: bar.fill, input: bar.input };
}
