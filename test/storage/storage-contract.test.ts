import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe } from 'vitest';
import { openTestStorage } from '../fakes/test-storage.ts';
import { transactionContract } from './contract/transaction-contract.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'jiazhu-contract-'));
});
afterAll(() => rm(folder, { recursive: true }));

const OPENERS = {
  'SQLite in memory': () => openTestStorage(),
  'SQLite in a file': () => openTestStorage(`sqlite:${join(folder, `${randomUUID()}.db`)}`),
};

describe.each(Object.entries(OPENERS))('%s', (_name, open) => {
  transactionContract(open);
});
