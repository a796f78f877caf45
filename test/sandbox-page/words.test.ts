import { expect, test } from 'vitest';
import { words } from '../../bot/sandbox/page/core/words.js';

test('every text exists in both languages and speaks of the same things', () => {
  const placeholders = (table: Record<string, string>): [string, string[]][] =>
    Object.entries(table).map(([word, text]) => [word, [...text.matchAll(/\{\w+\}/g)].map(([name]) => name).sort()]);
  expect(placeholders(words.en)).toEqual(placeholders(words.zh));
});
