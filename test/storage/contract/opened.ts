import { afterEach, beforeEach } from 'vitest';
import type { Storage, Transaction } from '../../../engine/ports/storage.ts';
import { seed } from '../samples.ts';

/** Opens a storage that holds nothing yet. */
export type OpenEmpty = () => Promise<Storage>;

export interface Opened {
  readonly storage: Storage;
  transact: Storage['transact'];
}

/** A fresh storage for each test of the surrounding describe, with the samples of `seed`. */
export function opened(open: OpenEmpty, prepare: (tx: Transaction) => Promise<void> = seed): Opened {
  let storage: Storage | undefined;
  const current = (): Storage => {
    if (!storage) throw new Error('no storage is open outside a test');
    return storage;
  };
  beforeEach(async () => {
    storage = await open();
    await storage.transact(prepare);
  });
  afterEach(async () => {
    await storage?.close();
    storage = undefined;
  });
  return {
    get storage() {
      return current();
    },
    transact: (work) => current().transact(work),
  };
}
