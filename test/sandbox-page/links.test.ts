import { expect, test } from 'vitest';
import { parseDeepLink, parseQuery, safeHref } from '../../bot/sandbox/page/core/links.js';

test.each([
  ['https://example.org/a', 'https://example.org/a'],
  ['example.org/a', 'https://example.org/a'],
  ['localhost:8080/v/1', 'https://localhost:8080/v/1'],
  ['http://127.0.0.1:8080/', 'http://127.0.0.1:8080/'],
  ['tg://resolve?domain=x', 'tg://resolve?domain=x'],
  ['javascript:alert(1)', null],
  ['JaVaScRiPt:alert(1)', null],
  ['data:text/html,<script>', null],
  ['vbscript:x', null],
  ['http://', null],
])('the address %s may be followed as %s', (url, href) => {
  expect(safeHref(url)).toBe(href);
});

test.each([
  ['https://t.me/play_bot?start=CODE-1', { bot: 'play_bot', start: 'CODE-1' }],
  ['https://t.me/play_bot', { bot: 'play_bot', start: null }],
  ['tg://resolve?domain=play_bot&start=x', { bot: 'play_bot', start: 'x' }],
  ['https://t.me/play_bot/12', null],
  ['https://example.org/play_bot?start=x', null],
  ['not a link', null],
])('the deep link %s is read as %o', (href, link) => {
  expect(parseDeepLink(href)).toEqual(link);
});

test('the address of the page may name a bot, a person and a code', () => {
  expect(parseQuery('?start=CODE&bot=play_bot&person=601')).toEqual({ bot: 'play_bot', person: 601, start: 'CODE' });
  expect(parseQuery('?person=-100500')).toEqual({ bot: null, person: -100_500, start: null });
  expect(parseQuery('?person=x&start=')).toEqual({ bot: null, person: null, start: '' });
});
