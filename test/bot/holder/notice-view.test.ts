import { expect, test } from 'vitest';
import { noticeView, wantedOf } from '../../../bot/holder/notice/notice-view.ts';
import type { View } from '../../../bot/telegram/effects.ts';
import { type CallbackData, parseCallback } from '../../../bot/telegram/buttons/callback-data.ts';
import { LANGUAGES } from '../../../engine/ports/language.ts';
import { instant } from '../../../engine/time/instant.ts';
import { readNewestNotice } from '../../../service/notice/notice-files.ts';

const notice = await readNewestNotice(new URL('../../../data/notice', import.meta.url).pathname, instant(0));
const LIST: CallbackData = { feature: 'certificates', action: 'list', args: [] };

function dataOf(view: View, label: string): CallbackData {
  const button = view.inline?.flat().find(({ text }) => text === label);
  const parsed = button && 'data' in button ? parseCallback(button.data) : undefined;
  if (!parsed) throw new Error(`no button ${label}`);
  return parsed;
}

test.each(LANGUAGES)('all of the notice is on its pages, which all fit a message (%s)', (language) => {
  const pages = Number(/\D(\d+)\D*$/.exec(noticeView(language, notice, 1, LIST).html.split('\n')[0] ?? '')?.[1]);
  expect(pages).toBeGreaterThan(1);
  const shown = Array.from({ length: pages }, (_, index) => noticeView(language, notice, index + 1, LIST).html);
  const text = shown.map((html) => html.slice(html.indexOf('\n\n'))).join('');
  const plain = (words: string) => words.replaceAll(/\s|<\/?b>/g, '');
  expect(plain(text)).toBe(plain(notice.texts[language]));
  expect(Math.max(...shown.map((html) => html.length))).toBeLessThan(1500);
});

test('what was wanted is still known when agreeing, the step of a dialog included', () => {
  const wanted = { feature: 'endorsements', action: 'fetch', args: ['0123456789abcdef'], version: 35 };
  const short = { ...notice, texts: { 'zh-CN': '短', en: 'short' } };
  const view = noticeView('zh-CN', short, 1, wanted);
  expect(wantedOf(dataOf(view, '同意'), 1)).toEqual(wanted);
  expect(wantedOf(dataOf(view, '不同意'), 0)).toEqual(wanted);
});

test('what does not fit a button is given up for the home page', () => {
  const wanted = { feature: 'endorsements', action: 'revoke-yes', args: ['0123456789abcdef', 'x'.repeat(30)] };
  const short = { ...notice, texts: { 'zh-CN': '短', en: 'short' } };
  expect(wantedOf(dataOf(noticeView('zh-CN', short, 1, wanted), '同意'), 1)).toMatchObject({ feature: 'home' });
});

test('a forged wish for the notice itself leads home', () => {
  const forged = parseCallback('notice:agree:2026-11-01:notice:agree:2026-11-01');
  expect(forged && wantedOf(forged, 1)).toEqual({ feature: 'home', action: 'show', args: [] });
});
