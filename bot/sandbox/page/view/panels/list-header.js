/** @import { Actions } from '../../actions/actions.js' */
/** @import { PageState } from '../../core/types.ts' */
/** @import { Translate } from '../../core/i18n.js' */
import { button, h, setText } from '../parts/dom.js';
import { createClockChip, renderClockChip } from './clock-chip.js';

/**
 * The page's name, its clock and its language.
 * @param {Actions} actions
 * @param {() => void} showClock
 */
export function createListHeader(actions, showClock) {
  const title = h('p', { class: 'brand-name' });
  const tagline = h('p', { class: 'brand-tagline' });
  const clock = createClockChip(showClock);
  const label = h('span');
  const language = button('language', label);
  const mark = h('img', {
    class: 'brand-mark',
    attributes: { src: 'assets/icon.svg', alt: '', width: 36, height: 36 },
  });
  language.addEventListener('click', () => actions.switchLanguage());
  const brand = h('div', { class: 'brand' }, mark, h('div', { class: 'brand-words' }, title, tagline));

  /**
   * @param {PageState} state
   * @param {Translate} t
   */
  const render = (state, t) => {
    setText(title, t('title'));
    setText(tagline, t('tagline'));
    setText(label, t('language'));
    language.lang = state.language === 'zh' ? 'en' : 'zh-CN';
    clock.hidden = state.connection === 'connecting';
    renderClockChip(clock, state, t);
  };
  return { element: h('header', { class: 'list-header' }, brand, clock, language), render };
}
