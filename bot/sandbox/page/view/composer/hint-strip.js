/** @import { Person } from '../../../chat-api.ts' */
/** @import { Translate } from '../../core/i18n.js' */
import { button, h, refill, setAttributes } from '../parts/dom.js';

/**
 * What the person knows, one chip each, above the input where the side panel has no room.
 * @param {(label: string, value: string) => void} fill
 */
export function createHintStrip(fill) {
  const element = h('div', { class: 'hint-strip', attributes: { role: 'group' } });
  /**
   * @param {Person | undefined} person
   * @param {Translate} t
   */
  const render = (person, t) => {
    const hints = person?.hints ?? [];
    element.hidden = hints.length === 0;
    setAttributes(element, { 'aria-label': t('hints') });
    refill(element, [hints, t('hints')], () =>
      hints.map(({ label, value }) => {
        const chip = button('chip', label);
        setAttributes(chip, { 'aria-label': t('fill', { label, value }), title: value });
        chip.addEventListener('click', () => fill(label, value));
        return chip;
      }),
    );
  };
  return { element, render };
}
