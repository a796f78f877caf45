/** @import { Language } from './types.ts' */
import { words } from './words.js';

const STORED = 'jiazhu-sandbox-language';

/** @typedef {keyof typeof words.zh} Word */
/** @typedef {(word: Word, values?: Record<string, string | number>) => string} Translate */

/**
 * @param {Language} language
 * @returns {Translate} fills `{name}` with the value of that name
 */
export function translator(language) {
  const table = words[language];
  return (word, values = {}) =>
    table[word].replaceAll(/\{(\w+)\}/g, (whole, name) => (name in values ? String(values[name]) : whole));
}

/** @returns {Language} what was chosen here before, else the browser's, else Chinese */
export function preferredLanguage() {
  const chosen = read();
  if (chosen === 'zh' || chosen === 'en') return chosen;
  return navigator.language.toLowerCase().startsWith('en') ? 'en' : 'zh';
}

/** @param {Language} language */
export function rememberLanguage(language) {
  try {
    localStorage.setItem(STORED, language);
  } catch {
    // A browser that keeps nothing still switches for this visit.
  }
}

function read() {
  try {
    return localStorage.getItem(STORED);
  } catch {
    return null;
  }
}
