/** @import { Language } from './types.ts' */

/** The sandbox shows one zone, the authority's, wherever the browser is. */
const ZONE = 'Asia/Shanghai';
const LOCALES = { zh: 'zh-CN', en: 'en-GB' };
const DAY_MS = 86_400_000;

/** @type {Map<string, Intl.DateTimeFormat>} */
const formats = new Map();

/**
 * Making a DateTimeFormat takes longer than drawing a message, so each is made once.
 * @param {Language} language
 * @param {Intl.DateTimeFormatOptions} options
 * @param {number} at epoch milliseconds
 */
function format(language, options, at) {
  const key = language + JSON.stringify(options);
  const made = formats.get(key) ?? new Intl.DateTimeFormat(LOCALES[language], { timeZone: ZONE, ...options });
  formats.set(key, made);
  return made.format(at);
}

/**
 * @param {number} at epoch milliseconds
 * @returns {string} the civil day, as `2026-11-22`
 */
export function dayOf(at) {
  const parts = format('en', { year: 'numeric', month: '2-digit', day: '2-digit' }, at).split('/');
  return parts.toReversed().join('-');
}

/**
 * @param {number} at epoch milliseconds
 * @returns {string} as `18:54`
 */
export function timeOf(at) {
  return format('en', { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }, at);
}

/**
 * A day for a separator: today, yesterday, the day of this year, or the whole date.
 * @param {Language} language
 * @param {number} at epoch milliseconds
 * @param {number} now epoch milliseconds
 */
export function dayLabel(language, at, now) {
  const day = dayOf(at);
  if (day === dayOf(now)) return language === 'zh' ? '今天' : 'Today';
  if (day === dayOf(now - DAY_MS)) return language === 'zh' ? '昨天' : 'Yesterday';
  const sameYear = day.slice(0, 4) === dayOf(now).slice(0, 4);
  return format(language, { month: 'long', day: 'numeric', ...(sameYear ? {} : { year: 'numeric' }) }, at);
}

/**
 * When, as short as a list of chats has it: the time today, else the day.
 * @param {Language} language
 * @param {number} at epoch milliseconds
 * @param {number} now epoch milliseconds
 */
export function shortWhen(language, at, now) {
  if (dayOf(at) === dayOf(now)) return timeOf(at);
  return format(language, { month: 'short', day: 'numeric' }, at);
}

/**
 * @param {Language} language
 * @param {number} at epoch milliseconds
 * @returns {string} as `2026年11月22日 星期日`
 */
export function longDay(language, at) {
  return format(language, { year: 'numeric', month: 'long', day: 'numeric', weekday: 'long' }, at);
}

/**
 * @param {Language} language
 * @param {number} at epoch milliseconds
 * @returns {string} as `11月22日 18:54`
 */
export function shortStamp(language, at) {
  return `${format(language, { month: 'short', day: 'numeric' }, at)} ${timeOf(at)}`;
}
