import { initials, toneOf } from '../../core/text.js';
import { h } from './dom.js';

/**
 * @param {string} name
 * @param {number} id picks the colour
 * @param {'tiny' | 'small' | 'medium' | 'large'} size
 */
export function avatar(name, id, size) {
  const letters = initials(name);
  const wide = letters.length > 1 ? 'two' : 'one';
  return h(
    'span',
    { class: `avatar ${size} tone-${toneOf(id)} ${wide}`, attributes: { 'aria-hidden': 'true' } },
    letters,
  );
}
