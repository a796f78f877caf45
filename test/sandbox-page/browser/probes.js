// What tests ask inside the browser. Each is sent there as its source, so it stands alone.

/** The texts of the conversation, without their times. */
export function bubbleTexts() {
  return [...document.querySelectorAll('.message:not(.leaving) .text')].map((element) => {
    const copy = document.createElement('div');
    copy.append(...[...element.childNodes].map((node) => node.cloneNode(true)));
    copy.querySelector('.meta')?.remove();
    return copy.textContent ?? '';
  });
}

/** What has the keyboard's focus. */
export function focused() {
  const element = document.activeElement;
  return {
    id: element?.id ?? '',
    name: element?.getAttribute('aria-label') ?? element?.textContent ?? '',
    visible: element?.matches(':focus-visible') ?? false,
  };
}

/** Boxes that could be scrolled sideways. One that clips a text with an ellipsis is meant to. */
export function sidewaysBoxes() {
  return [...document.querySelectorAll('*')]
    .filter((element) => {
      const { textOverflow, overflowX, display } = getComputedStyle(element);
      if (textOverflow === 'ellipsis' || display.startsWith('inline') || element.tagName === 'svg') return false;
      return element === document.documentElement || overflowX !== 'visible';
    })
    .filter(({ clientWidth, scrollWidth }) => clientWidth > 0 && scrollWidth > clientWidth + 1)
    .map(
      ({ tagName, className, scrollWidth, clientWidth }) => `${tagName}.${className} ${scrollWidth} > ${clientWidth}`,
    );
}

/**
 * Contrast ratios (WCAG 2.2, 1.4.3) of texts against the nearest nearly opaque colour behind them; 0 when absent.
 * @param {string[]} selectors
 * @returns {Record<string, number>}
 */
export function contrastRatios(selectors) {
  /** @param {string} color */
  const parts = (color) => (color.match(/[\d.]+/g) ?? []).map(Number);
  /** @param {string} color */
  const luminance = (color) => {
    const [r = 0, g = 0, b = 0] = parts(color)
      .slice(0, 3)
      .map((value) => value / 255)
      .map((value) => (value <= 0.040_45 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  /**
   * @param {Element | null} element
   * @returns {string}
   */
  const behind = (element) => {
    if (!element) return 'rgb(255, 255, 255)';
    const color = getComputedStyle(element).backgroundColor;
    return (parts(color)[3] ?? 1) > 0.9 ? color : behind(element.parentElement);
  };
  /** @param {string} selector */
  const ratio = (selector) => {
    const element = document.querySelector(selector);
    if (!element) return 0;
    const both = [getComputedStyle(element).color, behind(element)].map(luminance).sort((a, b) => b - a);
    return ((both[0] ?? 0) + 0.05) / ((both[1] ?? 0) + 0.05);
  };
  return Object.fromEntries(selectors.map((selector) => [selector, ratio(selector)]));
}

/**
 * The brightest channel, 0 … 255, of the background of each.
 * @param {string[]} selectors
 */
export function brightness(selectors) {
  return selectors.map((selector) => {
    const element = document.querySelector(selector);
    const color = element ? getComputedStyle(element).backgroundColor : '';
    return Math.max(...(color.match(/\d+/g) ?? ['255']).slice(0, 3).map(Number));
  });
}

/** Begins to note what is added to the conversation, as a screen reader would hear it. */
export function startListening() {
  const log = document.querySelector('[role=log]');
  if (!log) throw new Error('no log');
  const heard = document.createElement('ol');
  heard.id = 'heard';
  heard.hidden = true;
  document.body.append(heard);
  const note = (/** @type {Node} */ node) => {
    const item = document.createElement('li');
    item.textContent = node.textContent;
    heard.append(item);
  };
  new MutationObserver((records) => {
    for (const { addedNodes } of records) addedNodes.forEach(note);
  }).observe(log, { childList: true });
}

/** What was added since. */
export function heard() {
  return [...document.querySelectorAll('#heard > li')].map(({ textContent }) => textContent ?? '');
}

/** The text in the clipboard. */
export function clipboard() {
  return navigator.clipboard.readText();
}

/** Whether a hostile text ran. */
export function hacked() {
  return 'hacked' in globalThis;
}
