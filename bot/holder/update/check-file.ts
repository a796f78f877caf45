import type { FileJudge } from '../../../engine/ports/file-judge.ts';
import type { TelegramApi } from '../../telegram/api/telegram-api.ts';
import type { FileCheck } from '../verify/file-check.ts';
import type { SentDocument } from './read-update.ts';

/** What the Bot API lets a bot download. */
const MAX_BYTES = 20 * 1024 * 1024;

/** Fetches a document that somebody sent, if it can be one of ours, and judges it. Outside any transaction. */
export async function fetchForCheck(
  { api, judge }: { api: Pick<TelegramApi, 'downloadFile'>; judge: FileJudge },
  document: SentDocument,
): Promise<FileCheck> {
  const { fileId, size = 0, mimeType, fileName } = document;
  if (mimeType !== 'application/pdf' && !/\.pdf$/i.test(fileName ?? '')) return { kind: 'not-pdf' };
  if (size > MAX_BYTES) return { kind: 'too-large' };
  const answer = await api.downloadFile({ fileId, maxBytes: MAX_BYTES });
  if (answer.kind !== 'done') return { kind: 'unreachable' };
  if (answer.value === 'too-large') return { kind: 'too-large' };
  return { kind: 'judged', file: await judge.judge(answer.value) };
}
