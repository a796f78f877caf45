import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { splitHtml } from '../../../bot/telegram/text/split.ts';

const visible = (html: string): string =>
  html
    .replace(/<[^>]+>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');

/** Whether every tag is closed in its own part, in order. */
function isWellFormed(html: string): boolean {
  const open: string[] = [];
  for (const [, slash, name = ''] of html.matchAll(/<(\/?)([a-z-]+)[^>]*>/g)) {
    if (slash === '') open.push(name);
    else if (open.pop() !== name) return false;
  }
  return open.length === 0;
}

describe('splitting a long text', () => {
  test('leaves a text that fits as it is', () => {
    expect(splitHtml('<b>须知</b>\n\n全文')).toEqual(['<b>须知</b>\n\n全文']);
  });

  test('makes no part of an empty text', () => {
    expect(splitHtml(' \n')).toEqual([]);
    expect(splitHtml('<b></b>')).toEqual([]);
  });

  test('breaks between paragraphs where it can', () => {
    expect(splitHtml('one one\n\ntwo two\n\nthree', 18)).toEqual(['one one\n\ntwo two', 'three']);
  });

  test('breaks between lines, sentences and words where there is no paragraph to end', () => {
    expect(splitHtml('one one\ntwo two', 12)).toEqual(['one one', 'two two']);
    expect(splitHtml('第一句话。第二句话很长', 8)).toEqual(['第一句话。', '第二句话很长']);
    expect(splitHtml('version 1.25 of it', 14)).toEqual(['version 1.25', 'of it']);
  });

  test('breaks inside a word that is longer than a part', () => {
    expect(splitHtml('abcdefghij', 4)).toEqual(['abcd', 'efgh', 'ij']);
  });

  test('closes a tag at a border and opens it again', () => {
    expect(splitHtml('<a href="https://e.org/?a=1">one\n\ntwo <b>three</b></a>', 8)).toEqual([
      '<a href="https://e.org/?a=1">one</a>',
      '<a href="https://e.org/?a=1">two</a>',
      '<a href="https://e.org/?a=1"><b>three</b></a>',
    ]);
  });

  test('leaves no part without words behind a tag that closes at a border', () => {
    expect(splitHtml('<b>abcd</b>', 4)).toEqual(['<b>abcd</b>']);
    expect(splitHtml('<b>abcd\n</b>efgh', 5)).toEqual(['<b>abcd\n</b>', 'efgh']);
  });

  test('counts an entity as one character and never cuts one, nor a pair of surrogates', () => {
    expect(splitHtml('&lt;&amp;&gt;', 2)).toEqual(['&lt;&amp;', '&gt;']);
    expect(splitHtml('😀😀', 3)).toEqual(['😀', '😀']);
  });

  test('for any text: parts fit, are well formed, and lose nothing but white space', () => {
    const piece = fc.constantFrom('加注', 'word ', '。', '\n', '\n\n', '&amp;', '&lt;', '😀', 'x');
    const tagged = fc
      .tuple(fc.constantFrom('b', 'i', 'code', 'a href="https://e.org/"'), fc.array(piece))
      .map(([tag, inner]) => `<${tag}>${inner.join('')}</${tag.split(' ')[0]}>`);
    const text = fc.array(fc.oneof(piece, tagged), { maxLength: 60 }).map((pieces) => pieces.join(''));
    const squeezed = (html: string): string => visible(html).replace(/\s+/g, '');
    fc.assert(
      fc.property(text, fc.integer({ min: 4, max: 40 }), (html, limit) => {
        const parts = splitHtml(html, limit);
        expect(parts.map(squeezed).join('')).toBe(squeezed(html));
        for (const part of parts) {
          expect(visible(part).length).toBeLessThanOrEqual(limit);
          expect(isWellFormed(part)).toBe(true);
        }
      }),
      { numRuns: 500 },
    );
  });
});
