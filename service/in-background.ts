import type { Storage } from '../engine/ports/storage.ts';
import { Mutex } from '../storage/sqlite/mutex.ts';

/**
 * The same storage for work that nobody waits for. SQLite writes one transaction at a time, in the order of asking: of
 * these only one asks at once, so that a person's tap waits for two at the most, however much there is to do behind it.
 */
export function inBackground(storage: Storage): Storage {
  const mutex = new Mutex();
  return {
    async transact(work) {
      const unlock = await mutex.lock();
      try {
        return await storage.transact(work);
      } finally {
        unlock();
      }
    },
    close: () => storage.close(),
  };
}
