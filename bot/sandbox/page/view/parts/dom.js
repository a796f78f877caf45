/**
 * @typedef {object} Props
 * @property {string} [class]
 * @property {Record<string, string | number | boolean | null | undefined>} [attributes] false, null and undefined stay out
 * @property {Record<string, (event: any) => void>} [on]
 */

/** @typedef {Node | string | null | undefined | false} Child */

/**
 * Builds an element. Texts become text nodes, whatever they contain: no markup from data ever reaches a parser.
 * @template {keyof HTMLElementTagNameMap} T
 * @param {T} tag
 * @param {Props} [props]
 * @param {...Child} children
 * @returns {HTMLElementTagNameMap[T]}
 */
export function h(tag, props = {}, ...children) {
  const element = document.createElement(tag);
  if (props.class) element.className = props.class;
  setAttributes(element, props.attributes ?? {});
  for (const [type, listener] of Object.entries(props.on ?? {})) element.addEventListener(type, listener);
  for (const child of children) if (child) element.append(child);
  return element;
}

/**
 * @param {Element} element
 * @param {NonNullable<Props['attributes']>} attributes
 */
export function setAttributes(element, attributes) {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === false || value === null || value === undefined) element.removeAttribute(name);
    else element.setAttribute(name, value === true ? '' : String(value));
  }
}

/**
 * @param {string} className
 * @param {...Child} children
 */
export function button(className, ...children) {
  return h('button', { class: className, attributes: { type: 'button' } }, ...children);
}

/**
 * Replaces the children only where they would read differently, so that focus and selection survive a redraw.
 * @param {HTMLElement} element
 * @param {unknown} signature what the children depend on
 * @param {() => Child[]} build
 */
export function refill(element, signature, build) {
  const key = JSON.stringify(signature);
  if (element.dataset['drawn'] === key) return;
  element.dataset['drawn'] = key;
  element.replaceChildren(...build().filter((child) => child instanceof Node || typeof child === 'string'));
}

/**
 * Sets a text only if it changes: a live region must not be told the same thing twice.
 * @param {Node} node
 * @param {string} text
 */
export function setText(node, text) {
  if (node.textContent !== text) node.textContent = text;
}

/** Whether motion is welcome. */
export function motionWelcome() {
  return !matchMedia('(prefers-reduced-motion: reduce)').matches;
}
