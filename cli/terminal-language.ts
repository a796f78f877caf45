import type { Language } from '../engine/ports/language.ts';

/** Chinese where the terminal is set to it, as LC_ALL, LC_MESSAGES and LANG say in that order. */
export function languageOfTerminal({ LC_ALL, LC_MESSAGES, LANG }: NodeJS.ProcessEnv = process.env): Language {
  return /^zh/i.test(LC_ALL || LC_MESSAGES || LANG || '') ? 'zh-CN' : 'en';
}
