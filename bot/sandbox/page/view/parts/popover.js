import { h } from './dom.js';

/**
 * A small surface at a button, closed by a click elsewhere or Escape (the browser's popover does both).
 * @param {string} className
 * @param {HTMLButtonElement} opener
 * @param {() => Node[]} build its content, made anew each time
 */
export function createPopover(className, opener, build) {
  const element = h('div', { class: `popover ${className}`, attributes: { popover: 'auto' } });
  opener.popoverTargetElement = element;
  opener.setAttribute('aria-haspopup', 'true');
  element.addEventListener('beforetoggle', (event) => {
    if (event instanceof ToggleEvent && event.newState === 'open') element.replaceChildren(...build());
  });
  element.addEventListener('toggle', (event) => {
    if (!(event instanceof ToggleEvent) || event.newState !== 'open') return;
    beside(element, opener);
    const first = element.querySelector('button');
    first?.focus({ preventScroll: true });
  });
  element.addEventListener('keydown', (event) => walk(element, event));
  return { element, close: () => element.hidePopover() };
}

/**
 * Below the opener in the upper half of the window, above it in the lower half; never over an edge.
 * @param {HTMLElement} element
 * @param {HTMLElement} opener
 */
function beside(element, opener) {
  const at = opener.getBoundingClientRect();
  const { width, height } = element.getBoundingClientRect();
  const margin = 8;
  const left = Math.max(margin, Math.min(at.right - width, innerWidth - width - margin));
  const below = at.top < innerHeight / 2;
  element.style.left = `${left}px`;
  element.style.top = `${below ? at.bottom + margin : at.top - height - margin}px`;
}

/**
 * @param {HTMLElement} element
 * @param {KeyboardEvent} event
 */
function walk(element, event) {
  const steps = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 };
  const step = steps[/** @type {keyof typeof steps} */ (event.key)];
  if (!step) return;
  const buttons = [...element.querySelectorAll('button')];
  const at = buttons.findIndex((item) => item === document.activeElement);
  buttons.at((at + step) % buttons.length)?.focus();
  event.preventDefault();
}
