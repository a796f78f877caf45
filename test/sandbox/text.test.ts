import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseHtml } from '../../bot/sandbox/text/parse-html.ts';
import { parseMarkdown } from '../../bot/sandbox/text/parse-markdown.ts';
import { parseMarkdownV2 } from '../../bot/sandbox/text/parse-markdown-v2.ts';
import { trimmed } from '../../bot/sandbox/text/formatted-text.ts';

test('HTML becomes entities', () => {
  expect(parseHtml('注<b>粗<i>斜</i></b> &lt;&#x4e2d;&amp;&nbsp; <a href="https://a.cn/?x=1&amp;y">链</a>')).toEqual({
    text: '注粗斜 <中&&nbsp; 链',
    entities: [
      { type: 'italic', offset: 2, length: 1 },
      { type: 'bold', offset: 1, length: 2 },
      { type: 'text_link', url: 'https://a.cn/?x=1&y', offset: 14, length: 1 },
    ],
  });
  expect(parseHtml('<pre><code class="language-ts">x</code></pre>').entities).toEqual([
    { type: 'pre', language: 'ts', offset: 0, length: 1 },
  ]);
  expect(parseHtml('<code class="language-ts">x</code>').entities).toEqual([{ type: 'code', offset: 0, length: 1 }]);
  expect(parseHtml('<span class="tg-spoiler">x</span><tg-spoiler>y</tg-spoiler>').entities).toHaveLength(2);
  expect(parseHtml('<blockquote expandable>x</blockquote>').entities).toMatchObject([
    { type: 'expandable_blockquote' },
  ]);
});

test.each([
  ['<h1>x</h1>', 'Unsupported start tag "h1" at byte offset 0'],
  ['注<br>', 'Unsupported start tag "br" at byte offset 3'],
  ['a < b', 'Unclosed start tag at byte offset 2'],
  ['a < b > c', 'Unsupported start tag "" at byte offset 2'],
  ['<b>x', 'Can\'t find end tag corresponding to start tag "b"'],
  ['x</b>', 'Unexpected end tag at byte offset 1'],
  ['<b>x</i>', 'Unmatched end tag at byte offset 4, expected "</b>", found "</i>"'],
  ['<span>x</span>', 'Tag "span" must have class "tg-spoiler" at byte offset 0'],
])('HTML %s is refused', (source, reason) => {
  expect(() => parseHtml(source)).toThrow(reason);
});

test('any text can be sent as HTML once it is escaped', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const escaped = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
      expect(parseHtml(`<b>${escaped}</b>`).text).toBe(text);
    }),
    { seed: 1 },
  );
});

test('MarkdownV2 becomes entities', () => {
  const source = '*粗 _斜_* __下__ ~删~ ||藏|| `a\\`b` [链\\]](https://a.cn/x\\)) \\.\n```ts\nlet x;\n```';
  expect(parseMarkdownV2(source)).toEqual({
    text: '粗 斜 下 删 藏 a`b 链] .\nlet x;\n',
    entities: [
      { type: 'italic', offset: 2, length: 1 },
      { type: 'bold', offset: 0, length: 3 },
      { type: 'underline', offset: 4, length: 1 },
      { type: 'strikethrough', offset: 6, length: 1 },
      { type: 'spoiler', offset: 8, length: 1 },
      { type: 'code', offset: 10, length: 3 },
      { type: 'text_link', url: 'https://a.cn/x)', offset: 14, length: 2 },
      { type: 'pre', language: 'ts', offset: 19, length: 7 },
    ],
  });
  expect(parseMarkdownV2('>一\n>二\n三')).toEqual({
    text: '一\n二\n三',
    entities: [{ type: 'blockquote', offset: 0, length: 3 }],
  });
  expect(parseMarkdownV2('>长||\n后').entities).toEqual([{ type: 'expandable_blockquote', offset: 0, length: 1 }]);
});

test.each([
  ['a.', "Character '.' is reserved and must be escaped with the preceding '\\'"],
  ['1 - 2', "Character '-' is reserved and must be escaped with the preceding '\\'"],
  ['注*粗', "Can't find end of Bold entity at byte offset 3"],
  ['[x](https://a.cn', "Can't find end of a URL at byte offset 3"],
  ['```x', "Can't find end of Pre entity at byte offset 0"],
])('MarkdownV2 %s is refused', (source, reason) => {
  expect(() => parseMarkdownV2(source)).toThrow(reason);
});

test('any text can be sent as MarkdownV2 once it is escaped', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      const escaped = text.replaceAll(/[_*[\]()~`>#+\-=|{}.!\\]/g, (character) => `\\${character}`);
      expect(parseMarkdownV2(escaped).text).toBe(text);
    }),
    { seed: 1 },
  );
});

test('legacy Markdown becomes entities', () => {
  expect(parseMarkdown('*b* _i_ `c` [l](https://a.cn/) \\_ [x]')).toEqual({
    text: 'b i c l _ x',
    entities: [
      { type: 'bold', offset: 0, length: 1 },
      { type: 'italic', offset: 2, length: 1 },
      { type: 'code', offset: 4, length: 1 },
      { type: 'text_link', url: 'https://a.cn/', offset: 6, length: 1 },
    ],
  });
  expect(() => parseMarkdown('a_b')).toThrow("Can't find end of the entity starting at byte offset 1");
});

test('white space around a text goes, and entities move along', () => {
  const entities = [
    { type: 'bold' as const, offset: 0, length: 4 },
    { type: 'italic' as const, offset: 5, length: 2 },
  ];
  expect(trimmed({ text: ' \nab  \n', entities })).toEqual({
    text: 'ab',
    entities: [{ type: 'bold', offset: 0, length: 2 }],
  });
});
