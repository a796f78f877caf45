import type { Clock } from '../../engine/ports/clock.ts';
import type { Storage } from '../../engine/ports/storage.ts';
import type { TelegramApi } from '../telegram/api/telegram-api.ts';
import type { Pacing } from '../telegram/pacing.ts';

const BATCH = 20;

/**
 * Deletes the messages whose time has come, such as revealed personal data. What Telegram refuses will not be
 * otherwise later: it is gone already, or too old. The rest is tried again.
 */
export async function deleteDue(deps: {
  storage: Storage;
  clock: Clock;
  api: Pick<TelegramApi, 'deleteMessage'>;
  pacing: Pacing;
}): Promise<'worked' | 'idle'> {
  const { storage, clock, api, pacing } = deps;
  const due = await storage.transact((tx) => tx.staff.deletions.due(clock.now(), BATCH));
  const gone: typeof due = [];
  for (const message of due) {
    const { kind } = await pacing.aside(() => api.deleteMessage(message));
    if (kind === 'done' || kind === 'refused') gone.push(message);
  }
  if (gone.length === 0) return 'idle';
  await storage.transact(async (tx) => {
    for (const message of gone) await tx.staff.deletions.done(message);
  });
  return 'worked';
}
