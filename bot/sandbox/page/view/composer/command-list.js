/** @import { BotView } from '../../../chat-api.ts' */
/** @import { Translate } from '../../core/i18n.js' */
import { button, h } from '../parts/dom.js';

/** @typedef {BotView['commands'][string]} Commands */

/**
 * Commands that fit what is typed so far, walked with the arrow keys from the input.
 * @param {HTMLTextAreaElement} input
 * @param {(command: string) => void} onPick
 */
export function createCommandList(input, onPick) {
  const element = h('div', { class: 'command-list', attributes: { role: 'listbox', id: 'commands', hidden: true } });
  input.setAttribute('aria-controls', 'commands');
  input.setAttribute('aria-autocomplete', 'list');
  let active = -1;

  const mark = () => {
    [...element.children].forEach((option, index) => option.setAttribute('aria-selected', String(index === active)));
    const option = element.children[active];
    option?.scrollIntoView({ block: 'nearest' });
    if (option) input.setAttribute('aria-activedescendant', option.id);
    else input.removeAttribute('aria-activedescendant');
  };
  const close = () => {
    element.hidden = true;
    active = -1;
    mark();
  };

  return {
    element,
    close,
    isOpen: () => !element.hidden,
    /**
     * @param {Commands} commands
     * @param {Translate} t
     */
    show(commands, t) {
      element.setAttribute('aria-label', t('commands'));
      element.replaceChildren(...commands.map((item, index) => optionOf(item, index, onPick)));
      element.hidden = commands.length === 0;
      active = commands.length === 1 ? 0 : -1;
      mark();
    },
    /**
     * @param {KeyboardEvent} event
     * @returns {boolean} whether the key was for this list
     */
    take(event) {
      if (element.hidden) return false;
      if (event.key === 'Escape') close();
      else if (event.key === 'ArrowDown') active = (active + 1) % element.childElementCount;
      else if (event.key === 'ArrowUp') active = (active <= 0 ? element.childElementCount : active) - 1;
      else if (event.key === 'Enter' && active >= 0) element.querySelectorAll('button')[active]?.click();
      else return false;
      mark();
      return true;
    },
  };
}

/**
 * @param {Commands[number]} item
 * @param {number} index
 * @param {(command: string) => void} onPick
 */
function optionOf({ command, description }, index, onPick) {
  const option = button(
    'command',
    h('span', { class: 'command-name' }, `/${command}`),
    h('span', { class: 'command-about' }, description),
  );
  option.id = `command-${index}`;
  option.setAttribute('role', 'option');
  option.addEventListener('click', () => onPick(`/${command}`));
  return option;
}
