/** @import { PageState } from '../../core/types.ts' */
/** @import { Translate } from '../../core/i18n.js' */
import { shortStamp } from '../../core/time.js';
import { button, h, setText } from '../parts/dom.js';
import { icon } from '../parts/icons.js';
import { now } from '../parts/now.js';

/**
 * The sandbox's time in a few characters; pressed, it shows the clock.
 * @param {() => void} onPressed
 */
export function createClockChip(onPressed) {
  const element = button('clock-chip', icon('clock'), h('span', { class: 'clock-chip-text' }));
  element.addEventListener('click', onPressed);
  return element;
}

/**
 * @param {HTMLElement} element
 * @param {PageState} state
 * @param {Translate} t
 */
export function renderClockChip(element, state, t) {
  const at = shortStamp(state.language, now(state));
  const text = element.querySelector('.clock-chip-text');
  if (text) setText(text, at);
  element.setAttribute('aria-label', t('clockAt', { at }));
}
