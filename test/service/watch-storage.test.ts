import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Storage } from '../../engine/ports/storage.ts';
import { type WatchedStorage, watchStorage } from '../../service/watch-storage.ts';
import { openTestStorage } from '../fakes/test-storage.ts';

let opened: Storage;
let watched: WatchedStorage;
beforeEach(async () => {
  opened = await openTestStorage();
  vi.useFakeTimers({ toFake: ['performance'] });
  watched = watchStorage(opened);
});
afterEach(async () => {
  vi.useRealTimers();
  await opened.close();
});

test('a storage is busy while somebody works with it, and for the moment in which they go on', async () => {
  expect(watched.isBusy()).toBe(false);
  const gate = Promise.withResolvers<string>();
  const work = watched.storage.transact(() => gate.promise);
  vi.advanceTimersByTime(1000);
  expect(watched.isBusy()).toBe(true);
  gate.resolve('done');
  expect(await work).toBe('done');
  expect(watched.isBusy()).toBe(true);
  vi.advanceTimersByTime(1000);
  expect(watched.isBusy()).toBe(false);
});

test('work that fails is over, too', async () => {
  await expect(watched.storage.transact(() => Promise.reject(new Error('mine')))).rejects.toThrow('mine');
  vi.advanceTimersByTime(1000);
  expect(watched.isBusy()).toBe(false);
});
