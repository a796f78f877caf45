/** @import { Child } from './dom.js' */
import { button, h } from './dom.js';
import { icon } from './icons.js';

/**
 * @typedef {object} Choice
 * @property {string} label
 * @property {boolean} [primary]
 */

/**
 * Asks in a modal dialog; the browser keeps focus inside and gives it back.
 * @param {string} title
 * @param {Child[]} body
 * @param {Choice[]} choices
 * @returns {Promise<number>} the index of the choice, −1 when dismissed
 */
export function ask(title, body, choices) {
  const heading = h('h2', { class: 'dialog-title', attributes: { id: 'dialog-title' } }, title);
  const dialog = h('dialog', { class: 'modal', attributes: { 'aria-labelledby': 'dialog-title' } });
  return new Promise((resolve) => {
    const buttons = choices.map(({ label, primary }, index) => {
      const choice = button(primary ? 'action primary' : 'action', label);
      if (primary) choice.autofocus = true;
      choice.addEventListener('click', () => dialog.close(String(index)));
      return choice;
    });
    dialog.append(
      heading,
      h('div', { class: 'dialog-body' }, ...body),
      h('div', { class: 'dialog-actions' }, ...buttons),
    );
    dialog.addEventListener('close', () => {
      dialog.remove();
      resolve(dialog.returnValue === '' ? -1 : Number(dialog.returnValue));
    });
    closeOutside(dialog);
    document.body.append(dialog);
    dialog.showModal();
  });
}

/**
 * A sheet that stays in the page and is opened when wanted.
 * @param {HTMLElement} content
 */
export function createSheet(content) {
  const close = button('icon-button sheet-close', icon('close'));
  const dialog = h('dialog', { class: 'sheet' }, close, content);
  close.addEventListener('click', () => dialog.close());
  closeOutside(dialog);
  return {
    element: dialog,
    /** @param {string} label of the closing button */
    name(label, /** @type {string} */ title) {
      close.setAttribute('aria-label', label);
      dialog.setAttribute('aria-label', title);
    },
    open: () => dialog.showModal(),
    close: () => dialog.close(),
  };
}

/** @param {HTMLDialogElement} dialog its only box is its content, so a click on itself is one beside it */
function closeOutside(dialog) {
  dialog.addEventListener('click', (event) => {
    if (event.target !== dialog) return;
    const { left, right, top, bottom } = dialog.getBoundingClientRect();
    const inside = event.clientX >= left && event.clientX <= right && event.clientY >= top && event.clientY <= bottom;
    if (!inside) dialog.close();
  });
}
