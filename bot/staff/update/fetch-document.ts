import type { TelegramApi } from '../../telegram/api/telegram-api.ts';
import { Slots } from '../../telegram/update/slots.ts';
import type { StaffEvent } from '../turn.ts';
import type { SentDocument } from './read-update.ts';

/** What the Bot API lets a bot download. */
const MAX_BYTES = 20 * 1024 * 1024;
/** Each is held in memory until its turn is over. */
const FETCHES = new Slots(2);

/** The file of a member could not be fetched; they are told so, and send it again. */
class FetchFault extends Error {
  readonly code = 'fetch';

  constructor(detail: string) {
    super(`a file could not be fetched: ${detail}`);
    this.name = 'FetchFault';
  }
}

/** Fetches a document, outside any transaction. */
export async function fetchDocument(
  api: Pick<TelegramApi, 'downloadFile'>,
  { fileId, size, ...sent }: SentDocument,
): Promise<StaffEvent> {
  const document = { ...sent, kind: 'document' } as const;
  if (size > MAX_BYTES) return { ...document, bytes: null };
  return FETCHES.run(async () => {
    const answer = await api.downloadFile({ fileId, maxBytes: MAX_BYTES });
    if (answer.kind !== 'done') throw new FetchFault(answer.kind);
    return { ...document, bytes: answer.value === 'too-large' ? null : answer.value };
  });
}
