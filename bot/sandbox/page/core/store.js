/** @import { Change, PageState } from './types.ts' */
import { reduce } from './state.js';

/**
 * @typedef {object} Store
 * @property {() => PageState} state
 * @property {(change: Change) => void} change applies at once; views draw once after a burst of changes
 * @property {(view: (state: PageState) => void) => void} subscribe
 */

/**
 * @param {PageState} initial
 * @returns {Store}
 */
export function createStore(initial) {
  let state = initial;
  let scheduled = false;
  /** @type {((state: PageState) => void)[]} */
  const views = [];

  const draw = () => {
    scheduled = false;
    for (const view of views) view(state);
  };

  return {
    state: () => state,
    change(change) {
      state = reduce(state, change, performance.now());
      if (scheduled) return;
      scheduled = true;
      // Not an animation frame: those stop in a background tab, and messages should not.
      queueMicrotask(draw);
    },
    subscribe(view) {
      views.push(view);
    },
  };
}
