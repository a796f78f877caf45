/** @import { Actions } from '../../actions/actions.js' */
/** @import { LogItem, PageState } from '../../core/types.ts' */
/** @import { Translate } from '../../core/i18n.js' */
import { logItems } from '../../core/log-items.js';
import { seatIn } from '../../core/state.js';
import { dayLabel } from '../../core/time.js';
import { now } from '../parts/now.js';
import { h, motionWelcome, setAttributes } from '../parts/dom.js';
import { markTaps } from './inline-keyboard.js';
import { createDay, createMessage, updateDay, updateMessage } from './message.js';
import { createScroller } from './scroller.js';

/**
 * The conversation: keeps one node per message and changes only what changed.
 * @param {Actions} actions
 */
export function createLog(actions) {
  const list = h('div', { class: 'log', attributes: { role: 'log', 'aria-live': 'polite', tabindex: 0 } });
  const scroller = createScroller(list);
  /** @type {Map<string, HTMLElement>} */
  let nodes = new Map();
  let shown = '';
  let ownLast = 0;

  /**
   * @param {PageState} state
   * @param {Translate} t
   * @param {string} botName
   */
  const render = (state, t, botName) => {
    const chat = state.open ? state.chats[state.open] : undefined;
    const self = chat && seatIn(state, chat);
    const identity = `${state.open} ${state.language} ${self?.person}`;
    const changed = identity !== shown;
    if (changed) {
      shown = identity;
      nodes = new Map();
      list.replaceChildren();
    }
    setAttributes(list, { 'aria-label': t('messages', { bot: botName }) });
    // Staff answer messages; holders have buttons for everything.
    const replies = self?.group !== undefined || state.people.some(({ id, role }) => id === self?.person && role);
    const context = { chat: state.open ?? '', replies, actions, t };
    const label = (/** @type {number} */ at) => dayLabel(state.language, at, now(state));
    const own = chat?.messages.findLast(({ from }) => from === 'person')?.message_id ?? 0;
    const sent = own > ownLast;
    ownLast = own;
    scroller.around(changed || sent, t, () => {
      nodes = place(list, nodes, chat ? logItems(chat, self?.person) : [], context, label, !changed);
      markTaps(list, state.taps, t);
    });
  };
  return { element: scroller.element, list, render };
}

/**
 * @param {HTMLElement} list
 * @param {Map<string, HTMLElement>} old
 * @param {LogItem[]} items
 * @param {import('./message.js').MessageContext} context
 * @param {(at: number) => string} label of a day
 * @param {boolean} lively whether to show what is new
 * @returns {Map<string, HTMLElement>}
 */
function place(list, old, items, context, label, lively) {
  /** @type {Map<string, HTMLElement>} */
  const nodes = new Map();
  for (const item of items) nodes.set(item.key, nodeFor(item, old.get(item.key), context, label, lively));
  for (const [key, node] of old) if (!nodes.has(key)) leave(node);
  let cursor = list.firstElementChild;
  for (const node of nodes.values()) {
    while (cursor?.classList.contains('leaving')) cursor = cursor.nextElementSibling;
    if (cursor === node) cursor = node.nextElementSibling;
    else list.insertBefore(node, cursor);
  }
  return nodes;
}

/**
 * @param {LogItem} item
 * @param {HTMLElement | undefined} node
 * @param {import('./message.js').MessageContext} context
 * @param {(at: number) => string} label
 * @param {boolean} lively
 */
function nodeFor(item, node, context, label, lively) {
  if (item.kind === 'day') {
    if (!node) return createDay(label(item.at));
    updateDay(node, label(item.at));
    return node;
  }
  if (!node) {
    const made = createMessage(item, context);
    if (lively) arrive(made);
    return made;
  }
  if (updateMessage(node, item, context)) touch(node);
  return node;
}

/** @param {HTMLElement} node grows out of its corner */
function arrive(node) {
  if (!motionWelcome()) return;
  const from = { opacity: 0, transform: 'translateY(10px) scale(0.96)' };
  node.animate([from, {}], { duration: 180, easing: 'cubic-bezier(.2,.8,.3,1)' });
}

/** @param {HTMLElement} node an edited message glows for a moment */
function touch(node) {
  node.classList.remove('touched');
  node.getBoundingClientRect();
  node.classList.add('touched');
  node.addEventListener('animationend', () => node.classList.remove('touched'), { once: true });
}

/** @param {HTMLElement} node */
function leave(node) {
  node.classList.add('leaving');
  node.inert = true;
  if (!motionWelcome()) return node.remove();
  const { height } = node.getBoundingClientRect();
  const fade = node.animate(
    [
      { opacity: 1, height: `${height}px` },
      { opacity: 0, height: `${height}px`, offset: 0.6 },
      { opacity: 0, height: '0px', margin: '0px', padding: '0px' },
    ],
    { duration: 300, easing: 'ease-in' },
  );
  fade.addEventListener('finish', () => node.remove());
}
