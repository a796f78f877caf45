/** @import { Person } from '../../chat-api.ts' */
/** @import { Language } from './types.ts' */

const HAN = /\p{Script=Han}/u;
const TONES = 7;
const letters = new Intl.Segmenter();

/** @param {string} text what a reader takes for letters: an emoji of several code points is one */
function lettersOf(text) {
  return Array.from(letters.segment(text), ({ segment }) => segment);
}

/**
 * A person's name in its own order: 王芳 (family name first, no space), Maria Lopez.
 * @param {Pick<Person, 'first_name' | 'last_name'>} person
 */
export function fullName({ first_name, last_name }) {
  if (!last_name) return first_name;
  return HAN.test(last_name) ? `${last_name}${first_name}` : `${first_name} ${last_name}`;
}

/**
 * What an avatar shows: the last two characters of a Chinese name, else the first letters of two words.
 * @param {string} name
 */
export function initials(name) {
  if (HAN.test(name)) {
    const han = lettersOf(name).filter((letter) => HAN.test(letter));
    return han.slice(-2).join('');
  }
  const words = name.split(/[\s_-]+/).filter(Boolean);
  const firsts = words.slice(0, 2).map((word) => lettersOf(word)[0] ?? '');
  return firsts.join('').toUpperCase();
}

/**
 * The colour of an avatar, 0 … 6: the same for the same id, always.
 * @param {number} id
 */
export function toneOf(id) {
  return Math.abs(Math.trunc(id)) % TONES;
}

/**
 * @param {number} bytes
 * @returns {string} as `512 B`, `34.2 KB`, `1.5 MB`
 */
export function fileSize(bytes) {
  if (bytes < 1000) return `${bytes} B`;
  if (bytes < 1_000_000) return `${(bytes / 1000).toFixed(1)} KB`;
  return `${(bytes / 1_000_000).toFixed(1)} MB`;
}

/**
 * @param {string} phone E.164, with or without '+'
 * @returns {string} grouped for reading, `+86 138 0010 0001`, with spaces that don't break
 */
export function readablePhone(phone) {
  const digits = phone.replaceAll(/\D/g, '');
  const mainland = /^86(1\d{2})(\d{4})(\d{4})$/.exec(digits);
  return mainland ? ['+86', ...mainland.slice(1)].join('\u00a0') : `+${digits}`;
}

/**
 * The suffix that a document's picture carries: at most four letters.
 * @param {string} fileName
 */
export function suffixOf(fileName) {
  return /\.([a-z\d]{1,4})$/i.exec(fileName)?.[1]?.toUpperCase() ?? '';
}

/**
 * The half in one language of a line written in both, as `从这里开始 / start here`; any other line whole.
 * @param {string} line
 * @param {Language} language
 */
export function halfOf(line, language) {
  const halves = /^(.*\p{Script=Han}.*) \/ (\P{Script=Han}+)$/u.exec(line);
  return halves?.[language === 'zh' ? 1 : 2] ?? line;
}

/**
 * The text for a language out of a table by language code, where '' is the default, as setMyCommands has it.
 * @template T
 * @param {Record<string, T>} table
 * @param {string} code such as `zh-hans`
 * @returns {T | undefined}
 */
export function byLanguage(table, code) {
  const lower = code.toLowerCase();
  return table[lower] ?? table[lower.split('-')[0] ?? ''] ?? table[''];
}
