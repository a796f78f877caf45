import { copyFile } from 'node:fs/promises';
import { beforeAll, describe } from 'vitest';
import { openTestStorage } from '../../fakes/test-storage.ts';
import { storageContract } from '../contract/storage-contract.ts';
import { temporaryFolder } from '../temporary-folder.ts';

describe('SQLite in a file', () => {
  const path = temporaryFolder();
  let files = 0;

  // Migrating a file anew for each test would cost most of the time.
  beforeAll(async () => {
    const storage = await openTestStorage(path('empty.db'));
    await storage.close();
  });

  storageContract(async () => {
    files += 1;
    const file = path(`${files}.db`);
    await copyFile(path('empty.db'), file);
    return openTestStorage(`sqlite:${file}`);
  });
});
