/** @import { BotView, Chat } from '../../../chat-api.ts' */
/** @import { Actions } from '../../actions/actions.js' */
/** @import { Translate } from '../../core/i18n.js' */
import { button, h, setAttributes, setText } from '../parts/dom.js';
import { icon } from '../parts/icons.js';
import { createMessageInput } from './message-input.js';
import { createStickerPicker } from './sticker-picker.js';

/**
 * The message field and its tools.
 * @param {Actions} actions
 * @param {HTMLButtonElement} keyboardToggle
 */
export function createInputBar(actions, keyboardToggle) {
  const send = button('send', icon('send'));
  const message = createMessageInput(actions, (ready) => send.classList.toggle('ready', ready));
  const { input, known } = message;
  const { menu, menuLabel, stickers, attach, fileInput, picker } = createTools(actions, () => known.t);
  send.addEventListener('click', () => {
    void message.submit();
    input.focus();
  });
  menu.addEventListener('click', message.toggleCommands);

  const field = h('div', { class: 'input-field' }, menu, input, keyboardToggle, stickers, attach);
  const element = h('div', { class: 'input-bar' }, message.list, field, send, picker, fileInput);
  return {
    element,
    input,
    fill: (/** @type {string} */ value) => {
      message.change(value);
      input.focus();
    },
    /**
     * @param {string} botName
     * @param {BotView['commands'][string]} commands
     * @param {Chat['reply_keyboard']} keyboard
     * @param {Translate} t
     */
    render(botName, commands, keyboard, t) {
      Object.assign(known, { t, commands });
      menu.hidden = commands.length === 0;
      setText(menuLabel, t('menu'));
      const placeholder = keyboard?.placeholder || t('write');
      setAttributes(input, { placeholder, 'aria-label': t('writeTo', { bot: botName }) });
      setAttributes(menu, { 'aria-label': t('commands') });
      setAttributes(stickers, { 'aria-label': t('stickers') });
      setAttributes(attach, { 'aria-label': t('attach') });
      setAttributes(send, { 'aria-label': t('send') });
    },
  };
}

/**
 * @param {Actions} actions
 * @param {() => Translate} t
 */
function createTools(actions, t) {
  const menuLabel = h('span', { class: 'menu-label' });
  const menu = button('menu-button', icon('menu'), menuLabel);
  const stickers = button('icon-button', icon('smile'));
  const attach = button('icon-button', icon('attach'));
  const fileInput = h('input', { attributes: { type: 'file', hidden: true } });
  attach.addEventListener('click', () => fileInput.click());
  fileInput.addEventListener('change', () => {
    const file = fileInput.files?.[0];
    fileInput.value = '';
    if (file) void actions.sendFile(file);
  });
  return { menu, menuLabel, stickers, attach, fileInput, picker: createStickerPicker(stickers, actions, t) };
}
