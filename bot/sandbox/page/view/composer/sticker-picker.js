/** @import { Actions } from '../../actions/actions.js' */
/** @import { Translate } from '../../core/i18n.js' */
import { button, h } from '../parts/dom.js';
import { createPopover } from '../parts/popover.js';

const STICKERS = ['👍', '🙏', '🎉', '😀', '😮', '😢', '❤️', '🐼'];

/**
 * @param {HTMLButtonElement} opener
 * @param {Actions} actions
 * @param {() => Translate} t
 */
export function createStickerPicker(opener, actions, t) {
  const popover = createPopover('stickers', opener, () => [
    h('div', { class: 'sticker-grid' }, ...STICKERS.map((emoji) => choice(emoji))),
  ]);
  /** @param {string} emoji */
  const choice = (emoji) => {
    const element = button('sticker-choice', emoji);
    element.setAttribute('aria-label', t()('sticker', { emoji }));
    element.addEventListener('click', () => {
      popover.close();
      void actions.send({ kind: 'sticker', emoji });
    });
    return element;
  };
  return popover.element;
}
