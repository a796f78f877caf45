import { describe, expect, test } from 'vitest';
import { formatDate, formatMoment, formatMonth } from '../../../bot/telegram/text/dates.ts';
import { escapeHtml, languageOf, type MessageId, plain, text } from '../../../bot/telegram/text/locale.ts';
import { LANGUAGES } from '../../../engine/ports/language.ts';
import type { YearMonth } from '../../../engine/registry/holder.ts';
import { type CivilDate, parseCivilDate } from '../../../engine/time/civil-date.ts';
import { instant, Zone } from '../../../engine/time/instant.ts';

describe('texts', () => {
  test('come in each language', () => {
    expect(LANGUAGES.map((language) => plain(language, 'language-name'))).toEqual(['简体中文', 'English']);
    expect(text('en', 'language-name')).toBe('English');
  });

  test('what is filled in is escaped where HTML is expected, and nowhere else', () => {
    const name = '<b>Li & "Wang"</b>';
    expect(text('en', 'field-name', { value: name })).toContain('&lt;b&gt;Li &amp; &quot;Wang&quot;&lt;/b&gt;');
    expect(text('en', 'field-name', { value: name })).toContain(escapeHtml(name));
  });

  test('what is filled in is not wrapped in marks that one would copy with it', () => {
    expect(text('en', 'field-name', { value: 'Li' })).not.toMatch(/[\u2066-\u2069]/);
  });

  test('an id that there is no text for is a fault that names it', () => {
    const id = 'no-such-text' as MessageId;
    expect(() => text('en', id as 'language-name')).toThrow(/no-such-text in en/);
  });

  test('a variable that was forgotten is a fault, not a gap in a message', () => {
    // @ts-expect-error the variables of a message are part of its type
    expect(() => text('en', 'field-name')).toThrow(/field-name/);
    // @ts-expect-error nor are there others
    expect(() => text('en', 'field-name', { wrong: 'x' })).toThrow(/field-name/);
  });

  test('a message with markup is no text for a button', () => {
    // @ts-expect-error a button shows tags as they are
    const label: string = plain('en', 'welcome', { authority: 'Exam Office' });
    expect(label).toContain('<b>');
  });
});

describe('the language to begin with', () => {
  test.each([
    ['zh-hans', 'zh-CN'],
    ['zh-Hant-TW', 'zh-CN'],
    ['zh', 'zh-CN'],
    ['ZH_cn', 'zh-CN'],
    ['en', 'en'],
    ['de', 'en'],
    ['zha', 'en'],
    ['', 'zh-CN'],
    [undefined, 'zh-CN'],
  ] as const)('of %s is %s', (code, language) => {
    expect(languageOf(code)).toBe(language);
  });
});

describe('dates', () => {
  const day = (written: string): CivilDate => parseCivilDate(written) ?? expect.unreachable();

  test('are written as each language does', () => {
    expect(formatDate('zh-CN', day('2026-02-19'))).toBe('2026年2月19日');
    expect(formatDate('en', day('2026-12-01'))).toBe('1 December 2026');
    expect(formatMonth('zh-CN', '1990-05' as YearMonth)).toBe('1990年5月');
    expect(formatMonth('en', '1990-05' as YearMonth)).toBe('May 1990');
  });

  test('moments show the wall clock of the zone', () => {
    const at = instant(Date.UTC(2026, 1, 18, 17, 5));
    expect(formatMoment('zh-CN', at, new Zone('Asia/Shanghai'))).toBe('2026年2月19日 01:05');
    expect(formatMoment('en', at, new Zone('America/New_York'))).toBe('18 February 2026, 12:05');
  });
});
