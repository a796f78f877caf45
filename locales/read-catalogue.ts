import { readFileSync } from 'node:fs';
import type { Language } from '../engine/ports/language.ts';

/** What holders read, and what staff read. */
const PARTS = ['', '.staff'];

/** All texts of one language, as Fluent. */
export function readCatalogue(language: Language): string {
  return PARTS.map((part) => readFileSync(new URL(`${language}${part}.ftl`, import.meta.url), 'utf8')).join('\n');
}
