import type { Storage } from '../engine/ports/storage.ts';

/** Between two things that a bot writes for one tap there are a statement's or a message's few milliseconds. */
const LINGER_MS = 10;

/** A storage, and whether somebody is at work with it just now: a bot, or what stands behind the bots. */
export interface WatchedStorage {
  storage: Storage;
  isBusy: () => boolean;
}

export function watchStorage(storage: Storage): WatchedStorage {
  let underway = 0;
  let endedAt = Number.NEGATIVE_INFINITY;
  return {
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
