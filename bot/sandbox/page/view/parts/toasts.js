import { h } from './dom.js';

const SHOWN_MS = 3500;
const MS_PER_LETTER = 40;

/** Short notes over everything, dialogs too; a screen reader hears them. */
export function createToasts() {
  const element = h('div', { class: 'toasts', attributes: { role: 'status', popover: 'manual' } });
  return {
    element,
    /** @param {string} text */
    show: (text) => {
      const toast = h('div', { class: 'toast' }, text);
      // Shown anew, it comes above a dialog that was opened since.
      element.hidePopover();
      element.showPopover();
      element.replaceChildren(toast);
      setTimeout(() => toast.remove(), SHOWN_MS + text.length * MS_PER_LETTER);
    },
  };
}
