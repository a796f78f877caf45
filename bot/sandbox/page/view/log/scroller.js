/** @import { Translate } from '../../core/i18n.js' */
import { button, h, motionWelcome } from '../parts/dom.js';
import { icon } from '../parts/icons.js';

const NEAR = 80;

/**
 * Keeps a log at its end while the reader is there, and offers a way back when they are not.
 * @param {HTMLElement} list
 */
export function createScroller(list) {
  const count = h('span', { class: 'count', attributes: { 'aria-hidden': 'true' } });
  const toBottom = button('to-bottom', count, icon('chevron'));
  const element = h('div', { class: 'log-frame' }, list, toBottom);
  let missed = 0;

  const nearEnd = () => list.scrollHeight - list.scrollTop - list.clientHeight < NEAR;
  const toEnd = (/** @type {boolean} */ smooth) =>
    list.scrollTo({ top: list.scrollHeight, behavior: smooth && motionWelcome() ? 'smooth' : 'instant' });
  const show = () => {
    const away = !nearEnd();
    if (!away) missed = 0;
    toBottom.classList.toggle('shown', away);
    toBottom.inert = !away;
    count.textContent = missed > 0 ? String(missed) : '';
  };

  let following = true;
  list.addEventListener('scroll', () => {
    following = nearEnd();
    show();
  });
  toBottom.addEventListener('click', () => toEnd(true));
  // The keyboard of a phone or of the bot takes height away: stay at the end then, too.
  new ResizeObserver(() => following && toEnd(false)).observe(list);

  return {
    element,
    /**
     * @param {boolean} anew whether to go to the end wherever the reader is
     * @param {Translate} t
     * @param {() => void} change draws
     */
    around(anew, t, change) {
      const before = list.childElementCount;
      const stay = anew || following;
      change();
      if (stay) {
        following = true;
        toEnd(false);
      } else missed += Math.max(0, list.childElementCount - before);
      show();
      toBottom.setAttribute('aria-label', missed ? t('newMessages', { count: missed }) : t('toBottom'));
    },
  };
}
