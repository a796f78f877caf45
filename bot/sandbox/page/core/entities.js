/** @import { Piece, Style } from './types.ts' */
import { safeHref } from './links.js';

/** Bot API entity types and the way this page shows them; types that are not here read as plain text. */
const STYLES = /** @type {ReadonlyMap<string, Style>} */ (
  new Map([
    ['bold', 'bold'],
    ['italic', 'italic'],
    ['underline', 'underline'],
    ['strikethrough', 'strike'],
    ['code', 'code'],
    ['pre', 'pre'],
    ['spoiler', 'spoiler'],
    ['blockquote', 'quote'],
    ['expandable_blockquote', 'quote'],
    ['bot_command', 'command'],
    ['url', 'link'],
    ['text_link', 'link'],
    ['email', 'link'],
    ['phone_number', 'link'],
  ])
);

/**
 * What to draw for a text and its MessageEntity objects: a tree of plain and styled pieces, in order.
 * Offsets count UTF-16 units, as in the Bot API and in JavaScript. Entities that lie outside the text are
 * dropped, those that cross each other are cut at the border of the outer one.
 * @param {string} text
 * @param {readonly Record<string, unknown>[]} [entities]
 * @returns {Piece[]}
 */
export function planEntities(text, entities = []) {
  const spans = entities.flatMap((entity) => toSpan(text, entity));
  spans.sort((a, b) => a.from - b.from || b.to - a.to);
  return fill(text, 0, text.length, spans);
}

/** @typedef {{ from: number, to: number, style: Style, href?: string }} Span */

/**
 * @param {string} text
 * @param {Record<string, unknown>} entity
 * @returns {Span[]}
 */
function toSpan(text, { type, offset, length, url }) {
  const style = STYLES.get(String(type));
  if (!style || !Number.isInteger(offset) || !Number.isInteger(length)) return [];
  const from = Math.max(0, Number(offset));
  const to = Math.min(text.length, Number(offset) + Number(length));
  if (from >= to) return [];
  if (style !== 'link') return [{ from, to, style }];
  const href = hrefOf(String(type), text.slice(from, to), url);
  return href ? [{ from, to, style, href }] : [];
}

/**
 * @param {string} type
 * @param {string} shown
 * @param {unknown} url
 */
function hrefOf(type, shown, url) {
  if (type === 'text_link') return safeHref(String(url));
  if (type === 'email') return safeHref(`mailto:${shown}`);
  if (type === 'phone_number') return safeHref(`tel:${shown.replaceAll(/[^+\d]/g, '')}`);
  return safeHref(shown);
}

/**
 * Consumes from `spans` whatever starts before `end`; nested spans become children.
 * @param {string} text
 * @param {number} start
 * @param {number} end
 * @param {Span[]} spans
 * @returns {Piece[]}
 */
function fill(text, start, end, spans) {
  /** @type {Piece[]} */
  const pieces = [];
  let at = start;
  for (let span = spans[0]; span && span.from < end; span = spans[0]) {
    spans.shift();
    const from = Math.max(span.from, at);
    const to = Math.min(span.to, end);
    if (from >= to) continue;
    if (from > at) pieces.push({ text: text.slice(at, from) });
    const { style, href } = span;
    pieces.push({
      style,
      text: text.slice(from, to),
      ...(href ? { href } : {}),
      children: fill(text, from, to, spans),
    });
    at = to;
  }
  if (at < end) pieces.push({ text: text.slice(at, end) });
  return pieces;
}
