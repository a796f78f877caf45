import type { Storage } from '../engine/ports/storage.ts';

/** What is between two transactions of one tap. While only Telegram is waited for, a tap takes no turns of the event loop. */
const LINGER_MS = 10;

/** A storage, and whether somebody is at work with it just now: a bot, or what stands behind the bots. */
export interface WatchedStorage {
  storage: Storage;
  /** The same, for work that makes nobody in a chat wait. */
  unwatched: Storage;
  isBusy: () => boolean;
}

export function watchStorage(storage: Storage): WatchedStorage {
  let underway = 0;
  let endedAt = Number.NEGATIVE_INFINITY;
  return {
    unwatched: storage,
    storage: {
      async transact(work) {
        underway += 1;
        try {
          return await storage.transact(work);
        } finally {
          underway -= 1;
          endedAt = performance.now();
        }
      },
      close: () => storage.close(),
    },
    isBusy: () => underway > 0 || performance.now() - endedAt < LINGER_MS,
  };
}
