import { expect, test } from 'vitest';
import { planEntities } from '../../bot/sandbox/page/core/entities.js';

test('a text without entities is one plain piece', () => {
  expect(planEntities('你好')).toEqual([{ text: '你好' }]);
});

test('an empty text draws nothing', () => {
  expect(planEntities('', [{ type: 'bold', offset: 0, length: 4 }])).toEqual([]);
});

test('offsets count UTF-16 units, so an emoji before the entity does not shift it', () => {
  expect(planEntities('⏰🐼粗', [{ type: 'bold', offset: 3, length: 1 }])).toEqual([
    { text: '⏰🐼' },
    { text: '粗', style: 'bold', children: [{ text: '粗' }] },
  ]);
});

test('entities inside others become their children, in whatever order they come', () => {
  const plan = planEntities('abcd', [
    { type: 'italic', offset: 1, length: 2 },
    { type: 'bold', offset: 0, length: 4 },
  ]);
  expect(plan).toEqual([
    {
      text: 'abcd',
      style: 'bold',
      children: [{ text: 'a' }, { text: 'bc', style: 'italic', children: [{ text: 'bc' }] }, { text: 'd' }],
    },
  ]);
});

test('an entity that crosses the end of another is cut there and loses no text', () => {
  const plan = planEntities('abcd', [
    { type: 'bold', offset: 0, length: 2 },
    { type: 'italic', offset: 1, length: 3 },
  ]);
  expect(plan.map(({ text }) => text).join('')).toBe('abcd');
  expect(plan[0]?.children?.[1]).toMatchObject({ style: 'italic', text: 'b' });
});

test.each([
  { type: 'bold', offset: -5, length: 3 },
  { type: 'bold', offset: 9, length: 3 },
  { type: 'bold', offset: 0, length: Number.NaN },
  { type: 'bold', offset: '0', length: '2' },
  { type: 'constructor', offset: 0, length: 2 },
  { type: 'text_link', offset: 0, length: 2, url: 'javascript:alert(1)' },
  { type: 'text_link', offset: 0, length: 2, url: 'data:text/html,x' },
  { type: 'text_link', offset: 0, length: 2, url: '' },
])('an entity that makes no sense leaves plain text: %o', (entity) => {
  expect(planEntities('text', [entity])).toEqual([{ text: 'text' }]);
});

test('links get an address from the entity or from the text itself', () => {
  const text = 'here example.org a@b.cn +86 138';
  const plan = planEntities(text, [
    { type: 'text_link', offset: 0, length: 4, url: 'https://example.org/guide' },
    { type: 'url', offset: 5, length: 11 },
    { type: 'email', offset: 17, length: 6 },
    { type: 'phone_number', offset: 24, length: 7 },
  ]);
  expect(plan.flatMap(({ href }) => href ?? [])).toEqual([
    'https://example.org/guide',
    'https://example.org/',
    'mailto:a@b.cn',
    'tel:+86138',
  ]);
});
