import { expect, test } from 'vitest';
import type { Storage, Transaction } from '../../engine/ports/storage.ts';
import { inBackground } from '../../service/in-background.ts';
import { Mutex } from '../../storage/sqlite/mutex.ts';
import { openTestStorage } from '../fakes/test-storage.ts';

/** Serves one transaction at a time, in the order of asking, as SQLite does. */
function oneAtATime(): Storage {
  const mutex = new Mutex();
  return {
    async transact(work) {
      const unlock = await mutex.lock();
      await Promise.resolve();
      try {
        return await work({} as Transaction);
      } finally {
        unlock();
      }
    },
    close: async () => undefined,
  };
}

test('what a person waits for comes before all but two of what waits in the background', async () => {
  const storage = oneAtATime();
  const background = inBackground(storage);
  const done: string[] = [];
  const behind = Array.from({ length: 20 }, (_, n) => background.transact(async () => void done.push(`loop ${n}`)));
  await Promise.resolve();
  const tap = storage.transact(async () => void done.push('tap'));
  await Promise.all([...behind, tap]);
  expect(done.indexOf('tap')).toBeLessThanOrEqual(2);
  expect(done).toHaveLength(21);
});

test('work that fails lets the next come', async () => {
  const background = inBackground(oneAtATime());
  const failed = background.transact(() => Promise.reject(new Error('broken')));
  const next = background.transact(async () => 'done');
  await expect(failed).rejects.toThrow('broken');
  expect(await next).toBe('done');
});

test('a transaction asked for from inside another is refused by the storage, instead of waiting for ever', async () => {
  const storage = await openTestStorage();
  const background = inBackground(storage);
  const nested = background.transact(() => background.transact(async () => 'inside'));
  await expect(nested).rejects.toMatchObject({ code: 'nested-transaction' });
  expect(await background.transact(async () => 'afterwards')).toBe('afterwards');
  await storage.close();
});
