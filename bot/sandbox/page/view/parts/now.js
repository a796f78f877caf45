/** @import { PageState } from '../../core/types.ts' */

/**
 * The sandbox's time at this instant: it runs like the machine's clock between moves.
 * @param {PageState} state
 * @returns {number} epoch milliseconds
 */
export function now({ clock }) {
  return clock.now + (performance.now() - clock.at);
}
