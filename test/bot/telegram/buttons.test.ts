import { describe, expect, test } from 'vitest';
import { inlineKeyboard, replyMarkup, ViewError } from '../../../bot/telegram/buttons/keyboards.ts';
import { pageButtons, pageNumber, pageOf } from '../../../bot/telegram/buttons/paging.ts';

describe('keyboards', () => {
  test('every kind of inline button becomes what the Bot API calls it', () => {
    const inline = [
      [
        { text: '确认', data: 'endorse:confirm~3', style: 'primary' as const },
        { text: '查验', url: 'https://example.org/' },
      ],
      [{ text: '复制编号', copy: 'JZ20260302-ABCDEF' }],
    ];
    expect(replyMarkup({ inline })).toEqual({
      inline_keyboard: [
        [
          { text: '确认', callback_data: 'endorse:confirm~3', style: 'primary' },
          { text: '查验', url: 'https://example.org/' },
        ],
        [{ text: '复制编号', copy_text: { text: 'JZ20260302-ABCDEF' } }],
      ],
    });
  });

  test('empty rows are left out, and a keyboard of nothing is none', () => {
    expect(inlineKeyboard([[], [{ text: 'a', data: 'a:b' }]])?.inline_keyboard).toHaveLength(1);
    expect(inlineKeyboard([[]])).toBeUndefined();
    expect(replyMarkup({})).toBeUndefined();
  });

  test('a reply keyboard can ask for the contact and be taken away', () => {
    const reply = { rows: [[{ text: '分享', requestContact: true }, { text: '取消' }]], placeholder: '↓' };
    expect(replyMarkup({ reply })).toEqual({
      keyboard: [[{ text: '分享', request_contact: true }, { text: '取消' }]],
      resize_keyboard: true,
      input_field_placeholder: '↓',
    });
    expect(replyMarkup({ reply: 'remove' })).toEqual({ remove_keyboard: true });
  });

  test('a view with both keyboards is a fault', () => {
    expect(() => replyMarkup({ inline: [], reply: 'remove' })).toThrow(ViewError);
  });
});

describe('pages of a list', () => {
  test('a page is cut to where the list ends', () => {
    expect(pageOf(11, 5, 3)).toEqual({ page: 3, pages: 3, offset: 10, limit: 5 });
    expect(pageOf(11, 5, 9).page).toBe(3);
    expect(pageOf(11, 5, 0).page).toBe(1);
    expect(pageOf(11, 5, Number.NaN).page).toBe(1);
    expect(pageOf(0, 5, 1)).toEqual({ page: 1, pages: 1, offset: 0, limit: 5 });
  });

  test('buttons lead to the pages on both sides, and there are none for one page', () => {
    const row = (page: number): unknown[] => pageButtons(pageOf(25, 10, page), (to) => `list:page:${to}`);
    expect(row(1)).toEqual([
      { text: '1/3', data: 'list:page:1' },
      { text: '›', data: 'list:page:2' },
    ]);
    expect(row(2)).toHaveLength(3);
    expect(row(3)).toHaveLength(2);
    expect(pageButtons(pageOf(10, 10, 1), String)).toEqual([]);
  });

  test('a page number that is none is the first', () => {
    expect([undefined, '', '0', '-1', '2.5', 'x', '9999999'].map(pageNumber)).toEqual([1, 1, 1, 1, 1, 1, 1]);
    expect(pageNumber('12')).toBe(12);
  });
});
