import type { DocumentType } from './holder.ts';

// Printable ASCII and the common Han characters are in normal form already. Most cells of a registry are
// nothing else, and to know takes a sixth of the time of normalising them.
const PLAIN = /^[!-~\u{4e00}-\u{9fff}]*$/u;
const FORMAT_CHARACTERS = /\p{Cf}/gu;
const FULL_WIDTH = /[０-９Ａ-Ｚａ-ｚ]/gu;
const VARIATION_SELECTORS = /\p{Variation_Selector}/gu;
// Seen where a transliterated name should have U+00B7: bullet, hyphenation point, dot operators, katakana dot.
const MIDDLE_DOTS = /\s*[·•‧∙⋅・]\s*/gu;
const FULL_STOP_BETWEEN_HAN = /(?<=\p{Script=Han})\.(?=\p{Script=Han})/gu;
const SPACE_BETWEEN_HAN = /(?<=\p{Script=Han})\s+(?=\p{Script=Han})/gu;

/**
 * Any text of the registry in one form: full-width letters and digits become plain ones, invisible
 * characters go, spaces are single, the ends are trimmed. Idempotent.
 */
export function normalizeText(text: string): string {
  if (PLAIN.test(text)) return text;
  return text.replace(FORMAT_CHARACTERS, '').normalize('NFKC').replaceAll(/\s+/gu, ' ').trim();
}

/**
 * Text that is printed as the authority wrote it, full-width punctuation included; letters, digits and
 * spaces are made plain as in `normalizeText`. Idempotent.
 */
export function normalizePrinted(text: string): string {
  if (PLAIN.test(text)) return text;
  return text
    .replace(FORMAT_CHARACTERS, '')
    .replaceAll(FULL_WIDTH, (character) => character.normalize('NFKC'))
    .normalize('NFC')
    .replaceAll(/\s+/gu, ' ')
    .trim();
}

/**
 * A name as it is kept and printed: like `normalizeText`, and with one kind of middle dot and no
 * spaces inside a Chinese name (张 三 → 张三). Idempotent. Compare names by `sameName`.
 */
export function normalizeName(text: string): string {
  return normalizeText(text)
    .replace(MIDDLE_DOTS, '·')
    .replace(FULL_STOP_BETWEEN_HAN, '·')
    .replace(SPACE_BETWEEN_HAN, '');
}

/** Whether two names are one: letter case, spaces, hyphens, apostrophes, dots and commas make no difference. */
export function sameName(one: string, other: string): boolean {
  return nameKey(one) === nameKey(other);
}

/** One key for names that are one. Not for people to read. */
export function nameKey(name: string): string {
  return normalizeName(name)
    .replace(VARIATION_SELECTORS, '')
    .toUpperCase()
    .replaceAll(/[\s·.,'’`-]+/gu, '');
}

/**
 * The number of an identity document as it is kept and looked up: plain capitals and digits without
 * spaces or dashes. Says nothing about whether there is such a number; `judgeDocumentNumber` does.
 */
export function normalizeDocumentNumber(type: DocumentType, text: string): string {
  // An officer's card is quoted with its service, 军字第1234567号; there a dash may mean something.
  const between = type === 'military-officer-card' ? /\s/gu : /[\s\p{Dash_Punctuation}]/gu;
  const compact = normalizeText(text).replaceAll(between, '');
  // No document has small letters, and those outside ASCII have capitals that aren't in normal form.
  return compact.replaceAll(/[a-z]/g, (letter) => letter.toUpperCase()).normalize('NFKC');
}

/** One key for a document: two that differ have different keys. Takes a normalised number. */
export function documentKey(type: DocumentType, number: string): string {
  return `${type}:${number}`;
}
