import { describe } from 'vitest';
import { openTestStorage } from '../../fakes/test-storage.ts';
import { storageContract } from '../contract/storage-contract.ts';

describe('SQLite in memory', () => {
  storageContract(() => openTestStorage());
});
