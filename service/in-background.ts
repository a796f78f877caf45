import type { Storage } from '../engine/ports/storage.ts';
import { Mutex } from '../storage/sqlite/mutex.ts';
import { TransactionScope } from '../storage/sqlite/transaction-scope.ts';

/**
 * The same storage for work that nobody waits for. SQLite writes one transaction at a time, in the order of asking: of
 * these only one asks at once, so that a person's tap waits for two at the most, however much there is to do behind it.
 */
export function inBackground(storage: Storage): Storage {
  const mutex = new Mutex();
  const scope = new TransactionScope();
  return {
    async transact(work) {
      // It would wait for its own end; the storage refuses it.
      if (scope.inside) return storage.transact(work);
      const unlock = await mutex.lock();
      try {
        return await scope.run(() => storage.transact(work));
      } finally {
        unlock();
      }
    },
    close: () => storage.close(),
  };
}
