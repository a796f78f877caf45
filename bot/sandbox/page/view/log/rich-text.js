/** @import { Piece } from '../../core/types.ts' */
/** @import { Actions } from '../../actions/actions.js' */
/** @import { Translate } from '../../core/i18n.js' */
import { planEntities } from '../../core/entities.js';
import { button, h } from '../parts/dom.js';

const TAGS = /** @type {const} */ ({
  bold: 'strong',
  italic: 'em',
  underline: 'u',
  strike: 's',
  code: 'code',
  pre: 'pre',
  quote: 'blockquote',
});

/**
 * A message's text as nodes.
 * @param {string} text
 * @param {Record<string, unknown>[] | undefined} entities
 * @param {Actions} actions
 * @param {Translate} t
 */
export function richText(text, entities, actions, t) {
  return planEntities(text, entities).map((piece) => node(piece, actions, t));
}

/**
 * @param {Piece} piece
 * @param {Actions} actions
 * @param {Translate} t
 * @returns {Node}
 */
function node(piece, actions, t) {
  const { text, style } = piece;
  if (!style) return document.createTextNode(text);
  const children = (piece.children ?? []).map((child) => node(child, actions, t));
  switch (style) {
    case 'link':
      return link(piece.href ?? '', children, actions);
    case 'command': {
      const command = button('inline-link', ...children);
      command.addEventListener('click', () => void actions.sendText(text));
      return command;
    }
    case 'spoiler':
      return spoiler(text, children, t);
    default:
      return h(TAGS[style], {}, ...children);
  }
}

/**
 * @param {string} href
 * @param {Node[]} children
 * @param {Actions} actions
 */
function link(href, children, actions) {
  const anchor = h('a', { attributes: { href, target: '_blank', rel: 'noopener noreferrer' } }, ...children);
  anchor.addEventListener('click', (event) => {
    if (actions.followDeepLink(href)) event.preventDefault();
  });
  return anchor;
}

/**
 * A button until it is pressed, then the text in its place.
 * @param {string} text
 * @param {Node[]} children
 * @param {Translate} t
 */
function spoiler(text, children, t) {
  const cover = button('spoiler', text);
  cover.setAttribute('aria-label', t('showSpoiler'));
  cover.addEventListener('click', () => {
    const shown = h('span', { class: 'spoiler-shown', attributes: { tabindex: -1 } }, ...children);
    cover.replaceWith(shown);
    shown.focus();
  });
  return cover;
}
