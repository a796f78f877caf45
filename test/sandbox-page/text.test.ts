import { expect, test } from 'vitest';
import {
  byLanguage,
  fileSize,
  fullName,
  halfOf,
  initials,
  readablePhone,
  suffixOf,
  toneOf,
} from '../../bot/sandbox/page/core/text.js';

test('a Chinese name has the family name first and no space', () => {
  expect(fullName({ first_name: '芳', last_name: '王' })).toBe('王芳');
  expect(fullName({ first_name: 'Maria', last_name: 'Lopez' })).toBe('Maria Lopez');
  expect(fullName({ first_name: '王芳' })).toBe('王芳');
});

test.each([
  ['欧阳小红', '小红'],
  ['王芳', '王芳'],
  ['Maria de la Cruz', 'MD'],
  ['bot', 'B'],
  ['', ''],
])('the avatar of %s shows %s', (name, letters) => {
  expect(initials(name)).toBe(letters);
});

test('the colour of an avatar depends on the id alone and is one of seven', () => {
  const tones = [601, 602, -7, 0, 5_000_000_001].map(toneOf);
  expect(tones).toEqual([6, 0, 0, 0, 5_000_000_001 % 7]);
});

test('file sizes read in the unit that fits', () => {
  expect([512, 34_210, 1_500_000].map(fileSize)).toEqual(['512 B', '34.2 KB', '1.5 MB']);
});

test('a mainland phone is grouped and does not break over lines; others keep their digits', () => {
  expect(readablePhone('8613800100001')).toBe('+86 138 0010 0001'.replaceAll(' ', '\u00a0'));
  expect(readablePhone('+34600100200')).toBe('+34600100200');
});

test('the suffix of a file name is short or nothing', () => {
  expect(['a.pdf', 'a.tar.gz', 'README', 'x.veryLong', '.'].map(suffixOf)).toEqual(['PDF', 'GZ', '', '', '']);
});

test('a language falls back to its family and then to the default', () => {
  const table = { '': 'default', zh: '中文', en: 'English' };
  expect(byLanguage(table, 'zh-hans')).toBe('中文');
  expect(byLanguage(table, 'EN')).toBe('English');
  expect(byLanguage(table, 'fr')).toBe('default');
  expect(byLanguage({}, 'fr')).toBeUndefined();
});

test('a line in both languages is shown in one of them, any other line whole', () => {
  expect(halfOf('一张证书:从这里开始 / one certificate: start here', 'zh')).toBe('一张证书:从这里开始');
  expect(halfOf('一张证书:从这里开始 / one certificate: start here', 'en')).toBe('one certificate: start here');
  expect(halfOf('有效 / 已撤销', 'en')).toBe('有效 / 已撤销');
  expect(halfOf('either / or', 'zh')).toBe('either / or');
});
