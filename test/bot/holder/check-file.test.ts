import { expect, test } from 'vitest';
import { fetchForCheck } from '../../../bot/holder/update/check-file.ts';
import type { Answer } from '../../../bot/telegram/api/answer.ts';

const MB = 1024 * 1024;
const pdf = {
  kind: 'sent-document' as const,
  messageId: 1,
  caption: '',
  fileId: 'f',
  size: 1000,
  mimeType: 'application/pdf',
  fileName: 'copy.pdf',
};

function api(answer: Answer<Uint8Array | 'too-large'>) {
  const asked: number[] = [];
  return {
    asked,
    downloadFile: ({ maxBytes }: { maxBytes: number }) => {
      asked.push(maxBytes);
      return Promise.resolve(answer);
    },
  };
}

const bytes = Buffer.from('%PDF');

test('a PDF is fetched, also one that is a PDF by its name only', async () => {
  const telegram = api({ kind: 'done', value: bytes });
  expect(await fetchForCheck(telegram, pdf)).toEqual({ kind: 'fetched', bytes });
  const named = { ...pdf, mimeType: undefined, fileName: 'COPY.PDF' };
  expect(await fetchForCheck(telegram, named)).toEqual({ kind: 'fetched', bytes });
});

test('what is too large, by what is said of it or once it comes, is not fetched', async () => {
  const telegram = api({ kind: 'done', value: 'too-large' });
  expect(await fetchForCheck(telegram, { ...pdf, size: 20 * MB + 1 })).toEqual({ kind: 'too-large' });
  expect(telegram.asked).toEqual([]);
  expect(await fetchForCheck(telegram, { ...pdf, size: undefined })).toEqual({ kind: 'too-large' });
  expect(telegram.asked).toEqual([20 * MB]);
});

test('what is no PDF, or cannot be reached, is said to be that', async () => {
  const telegram = api({ kind: 'not-sent', detail: 'ECONNREFUSED' });
  expect(await fetchForCheck(telegram, { ...pdf, mimeType: 'image/png', fileName: 'a.png' })).toEqual({
    kind: 'not-pdf',
  });
  expect(await fetchForCheck(telegram, pdf)).toEqual({ kind: 'unreachable' });
});
