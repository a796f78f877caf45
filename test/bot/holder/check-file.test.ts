import { expect, test, vi } from 'vitest';
import { fetchForCheck } from '../../../bot/holder/update/check-file.ts';
import type { FileSoundness } from '../../../engine/verification/file-soundness.ts';
import type { Answer } from '../../../bot/telegram/api/answer.ts';

const MB = 1024 * 1024;
const file = { fileId: 'f', bytes: 1000, mimeType: 'application/pdf', name: 'copy.pdf' };
const pdf = { file };

function api(answer: Answer<Uint8Array | 'too-large'>) {
  const asked: number[] = [];
  const judged: Uint8Array[] = [];
  return {
    asked,
    judged,
    api: {
      downloadFile: ({ maxBytes }: { maxBytes: number }) => {
        asked.push(maxBytes);
        return Promise.resolve(answer);
      },
    },
    judge: {
      judge: (file: Uint8Array) => {
        judged.push(file);
        return Promise.resolve(FILE);
      },
    },
  };
}

const bytes = Buffer.from('%PDF');

const FILE: FileSoundness = {
  sha256: 'ab',
  sound: { status: 'failed', reason: 'no-signature', signature: null },
  traces: { codes: [], signedHere: false },
};

test('a PDF is fetched and judged, also one that is a PDF by its name only', async () => {
  const telegram = api({ kind: 'done', value: bytes });
  expect(await fetchForCheck(telegram, pdf)).toEqual({ kind: 'judged', file: FILE });
  const named = { file: { ...file, mimeType: '', name: 'COPY.PDF' } };
  expect(await fetchForCheck(telegram, named)).toEqual({ kind: 'judged', file: FILE });
  expect(telegram.judged).toEqual([bytes, bytes]);
});

test('what is too large, by what is said of it or once it comes, is not fetched', async () => {
  const telegram = api({ kind: 'done', value: 'too-large' });
  expect(await fetchForCheck(telegram, { file: { ...file, bytes: 20 * MB + 1 } })).toEqual({ kind: 'too-large' });
  expect(telegram.asked).toEqual([]);
  expect(await fetchForCheck(telegram, { file: { ...file, bytes: undefined } })).toEqual({ kind: 'too-large' });
  expect(telegram.asked).toEqual([20 * MB]);
});

test('what is no PDF, or cannot be reached, is said to be that', async () => {
  const telegram = api({ kind: 'not-sent', detail: 'ECONNREFUSED' });
  expect(await fetchForCheck(telegram, { file: { ...file, mimeType: 'image/png', name: 'a.png' } })).toEqual({
    kind: 'not-pdf',
  });
  expect(await fetchForCheck(telegram, pdf)).toEqual({ kind: 'unreachable' });
});

test('files of many people are fetched two at a time, and all of them in the end', async () => {
  const started: (() => void)[] = [];
  const downloadFile = () =>
    new Promise<Answer<Uint8Array>>((resolve) => started.push(() => resolve({ kind: 'done', value: bytes })));
  const { judge } = api({ kind: 'done', value: bytes });
  const checks = [1, 2, 3].map(() => fetchForCheck({ api: { downloadFile }, judge }, pdf));
  expect(started).toHaveLength(2);
  started[0]?.();
  await checks[0];
  await vi.waitFor(() => expect(started).toHaveLength(3));
  for (const finish of started) finish();
  expect(await Promise.all(checks)).toHaveLength(3);
});
