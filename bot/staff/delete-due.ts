import type { Clock } from '../../engine/ports/clock.ts';
import type { Storage } from '../../engine/ports/storage.ts';
import { refusalOf } from '../telegram/api/refusal.ts';
import type { TelegramApi } from '../telegram/api/telegram-api.ts';
import type { Pacing } from '../telegram/sending/pacing.ts';

const BATCH = 20;

/**
 * Deletes the messages whose time has come, such as revealed personal data. What Telegram refuses will not be
 * otherwise later; all else is tried again.
 */
export async function deleteDue(deps: {
  storage: Storage;
  clock: Clock;
  api: Pick<TelegramApi, 'deleteMessage' | 'editMessageText'>;
  pacing: Pacing;
}): Promise<'worked' | 'idle'> {
  const { storage, clock } = deps;
  const due = await storage.transact((tx) => tx.staff.deletions.due(clock.now(), BATCH));
  const gone: typeof due = [];
  for (const message of due) {
    if (await takeAway(deps, message)) gone.push(message);
  }
  if (gone.length === 0) return 'idle';
  await storage.transact(async (tx) => {
    for (const message of gone) await tx.staff.deletions.done(message);
  });
  return 'worked';
}

// Telegram deletes nothing that is older than two days, and a message in which something is shown may be: an old card
// from which a member goes on. It can still be emptied.
async function takeAway(
  { api, pacing }: Pick<Parameters<typeof deleteDue>[0], 'api' | 'pacing'>,
  message: { chatId: number; messageId: number },
): Promise<boolean> {
  const deleted = await pacing.aside(() => api.deleteMessage(message));
  if (deleted.kind !== 'refused') return deleted.kind === 'done';
  if (refusalOf(deleted) === 'unauthorized') return false;
  const emptied = await pacing.aside(() => api.editMessageText({ ...message, html: '🔒', markup: undefined }));
  return emptied.kind === 'done' || emptied.kind === 'refused';
}
