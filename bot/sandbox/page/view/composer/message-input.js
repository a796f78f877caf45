/** @import { BotView } from '../../../chat-api.ts' */
/** @import { Actions } from '../../actions/actions.js' */
/** @import { Translate } from '../../core/i18n.js' */
import { h } from '../parts/dom.js';
import { createCommandList } from './command-list.js';

/** The longest text that sendMessage and a person's message can have. */
const MAX_TEXT = 4096;

/**
 * The message field with the commands it suggests: Enter sends, Shift+Enter starts a line.
 * @param {Actions} actions
 * @param {(ready: boolean) => void} onChange says whether there is something to send
 */
export function createMessageInput(actions, onChange) {
  /** @type {{ t: Translate, commands: BotView['commands'][string] }} */
  const known = { t: (word) => word, commands: [] };
  const input = h('textarea', { class: 'input', attributes: { id: 'message-input', rows: 1, maxlength: MAX_TEXT } });
  const list = createCommandList(input, (command) => {
    change('');
    void actions.sendText(command);
  });

  /** @param {string} value */
  const change = (value) => {
    input.value = value;
    input.dispatchEvent(new Event('input'));
  };
  const submit = async () => {
    const text = input.value.trim();
    if (!text) return;
    change('');
    const sent = await actions.sendText(text);
    if (!sent && input.value === '') change(text);
  };
  const suggest = () => {
    const typed = /^\/(\w*)$/.exec(input.value)?.[1];
    if (typed === undefined) return list.close();
    const fitting = known.commands.filter(({ command }) => command.startsWith(typed));
    list.show(fitting, known.t);
  };

  input.addEventListener('input', () => {
    fit(input);
    onChange(input.value.trim() !== '');
    suggest();
  });
  listenToKeys(input, list, submit);
  return {
    input,
    list: list.element,
    known,
    change,
    submit,
    toggleCommands: () => (list.isOpen() ? list.close() : list.show(known.commands, known.t)),
  };
}

/**
 * @param {HTMLTextAreaElement} input
 * @param {ReturnType<typeof createCommandList>} list
 * @param {() => Promise<void>} submit
 */
function listenToKeys(input, list, submit) {
  input.addEventListener('keydown', (event) => {
    // While an input method composes Chinese, Enter belongs to it (keyCode 229 in older Safari).
    if (event.isComposing || event.keyCode === 229) return;
    if (list.take(event)) return event.preventDefault();
    if (event.key !== 'Enter' || event.shiftKey) return;
    event.preventDefault();
    void submit();
  });
  document.addEventListener('pointerdown', ({ target }) => {
    const bar = input.closest('.input-bar');
    if (target instanceof Node && !bar?.contains(target)) list.close();
  });
  list.element.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape') return;
    list.close();
    input.focus();
  });
}

/** @param {HTMLTextAreaElement} input grows with its text, up to what the style sheet allows */
function fit(input) {
  input.style.height = 'auto';
  input.style.height = `${input.scrollHeight}px`;
}
