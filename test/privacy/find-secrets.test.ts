import { expect, test } from 'vitest';
import { findSecrets } from './find-secrets.ts';

const SECRETS = { name: '林晓雨', number: '110105199003070025' };

test.each([
  ['UTF-8', Buffer.from('姓名：林晓雨')],
  ['UTF-16', Buffer.from('姓名：林晓雨', 'utf16le')],
  ['UTF-16, the other way round', Buffer.from('姓名：林晓雨', 'utf16le').swap16()],
  ['an address', Buffer.from(`https://example/?name=${encodeURIComponent('林晓雨')}`)],
  ['JSON in ASCII', Buffer.from(String.raw`{"name":"\u6797\u6653\u96e8"}`)],
  ['hexadecimal', Buffer.from(Buffer.from('姓名：林晓雨').toString('hex'))],
  ['base64', Buffer.from(Buffer.from('林晓雨，女').toString('base64'))],
  ['base64 of a longer text', Buffer.from(Buffer.from('a 林晓雨，女').toString('base64'))],
])('a name is found in %s', (_what, bytes) => {
  expect(findSecrets(SECRETS, bytes)).toEqual(['name']);
});

test('what is not there is not found', () => {
  expect(findSecrets(SECRETS, Buffer.from('林** 110105********0025'))).toEqual([]);
});
