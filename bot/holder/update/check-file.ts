import type { FileJudge } from '../../../engine/ports/file-judge.ts';
import type { TelegramApi } from '../../telegram/api/telegram-api.ts';
import type { FileCheck } from '../verify/file-check.ts';
import type { SentDocument } from './read-update.ts';
import { Slots } from '../../telegram/update/slots.ts';

/** What the Bot API lets a bot download. */
const MAX_BYTES = 20 * 1024 * 1024;
/** Anybody may send files, and each is held in memory until it is judged. One person's come one after another anyway. */
const CHECKS = new Slots(2);

/** Fetches a document that somebody sent, if it can be one of ours, and judges it. Outside any transaction. */
export async function fetchForCheck(
  { api, judge }: { api: Pick<TelegramApi, 'downloadFile'>; judge: FileJudge },
  { file }: Pick<SentDocument, 'file'>,
): Promise<FileCheck> {
  const { fileId, bytes: size = 0, mimeType, name } = file;
  if (mimeType !== 'application/pdf' && !/\.pdf$/i.test(name)) return { kind: 'not-pdf' };
  if (size > MAX_BYTES) return { kind: 'too-large' };
  return CHECKS.run(async () => {
    const answer = await api.downloadFile({ fileId, maxBytes: MAX_BYTES });
    if (answer.kind !== 'done') return { kind: 'unreachable' };
    if (answer.value === 'too-large') return { kind: 'too-large' };
    return { kind: 'judged', file: await judge.judge(answer.value) };
  });
}
