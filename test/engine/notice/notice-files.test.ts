import { describe, expect, it } from 'vitest';
import { isNoticeVersion, nextVersion } from '../../../engine/notice/next-version.ts';
import { noticeFromMarkdown, noticeText } from '../../../engine/notice/notice-text.ts';
import { readNoticeFile } from '../../../engine/notice/read-notice-file.ts';
import { parseCivilDate } from '../../../engine/time/civil-date.ts';
import { encodeGb18030 } from '../../registry/gb18030.ts';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const TODAY = parseCivilDate('2026-11-22')!;

describe('a file of the service notice', () => {
  it.each([
    ['2026-11-22.zh-CN.txt', 'zh-CN'],
    ['2026-11-22.en.md', 'en'],
    ['服务须知（中文）.txt', 'zh-CN'],
    ['服务须知-英文版.txt', 'en'],
    ['notice_EN.txt', 'en'],
    ['Chinese.txt', 'zh-CN'],
    ['notice.txt', undefined],
    ['agreement-client.txt', undefined],
    ['中英对照.txt', undefined],
  ])('is in the language that its name says, if it does: %s', (name, language) => {
    expect(readNoticeFile(utf8('须知'), name)).toEqual({ ok: true, value: { text: '须知', language } });
  });

  it('is the same text from wherever it comes', () => {
    const texts = ['一\n\n二', '\u{feff}一\r\n\r\n二\r\n', '\n一\r\r二'].map(utf8);
    for (const bytes of [...texts, encodeGb18030('一\n\n二\n')]) {
      expect(readNoticeFile(bytes, 'a.txt')).toMatchObject({ value: { text: '一\n\n二' } });
    }
    expect(noticeText('\u{feff} 一\r\n二 ')).toBe('一\n二');
  });

  it.each([
    ['nothing', new Uint8Array(), 'empty'],
    ['blanks', utf8(' \r\n '), 'empty'],
    ['a document', Uint8Array.of(0x50, 0x4b, 3, 4), 'not-text'],
    ['a PDF', utf8('%PDF-1.7'), 'not-text'],
    ['bytes', Uint8Array.of(0x41, 0xff, 0xff), 'not-text'],
    ['a book', utf8('字'.repeat(20_001)), 'too-long'],
  ])('is refused when it holds %s', (_, bytes, kind) => {
    expect(readNoticeFile(bytes, 'a.txt')).toMatchObject({ ok: false, refusal: { kind } });
  });
});

it('Markdown becomes what a notice shows: headings over their block, and no marks', () => {
  const markdown =
    '# 服务须知\n\n## 一、范围\n\n**仅限**本人 [网站](https://a.example/b)。\n\n\n* 甲\n- 乙\n\n### 二、期限 ###\n90 天';
  expect(noticeFromMarkdown(markdown)).toBe(
    '服务须知\n\n一、范围\n仅限本人 网站 (https://a.example/b)。\n\n• 甲\n• 乙\n\n二、期限\n90 天',
  );
});

describe('the version of the next notice', () => {
  it.each([
    [undefined, '2026-11-22'],
    ['2026-11-21.9', '2026-11-22'],
    ['2026-11-22', '2026-11-22.1'],
    ['2026-11-22.1', '2026-11-22.2'],
    ['2026-11-22.9', '2026-11-23'],
    ['2027-01-01', '2027-01-01.1'],
  ])('after %s', (current, next) => {
    expect(nextVersion(current, TODAY)).toBe(next);
    expect(isNoticeVersion(next)).toBe(true);
    expect(next > (current ?? '')).toBe(true);
  });

  it.each(['2026-02-30', '2026-11-22.10', '2026-11-22.', '22.11.2026', ''])('is not %j', (text) => {
    expect(isNoticeVersion(text)).toBe(false);
  });
});
