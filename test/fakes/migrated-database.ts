import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Database } from 'sqlite3';
import { migrateDatabase } from '../../storage/open-storage.ts';

type Settle = (error?: Error | null) => void;

// What sqlite3 has and its types leave out (https://github.com/TryGhost/node-sqlite3/wiki/API).
declare module 'sqlite3' {
  interface Database {
    backup(file: string, target: string, source: string, fileIsTarget: boolean, settle: Settle): Backup;
  }
  interface Backup {
    step(pages: number, settle: Settle): void;
    finish(settle: Settle): void;
  }
}

const ALL_PAGES = -1;

let migrated: Promise<Buffer> | undefined;

/**
 * Gives an empty database what the migrations would give it. They run once for a process and take some 50 ms; each copy
 * takes 4, and there are hundreds.
 */
export async function beginMigrated(database: Database): Promise<void> {
  const bytes = await (migrated ??= migrateOnce());
  // A file that stayed for as long as its process would be left behind: vitest ends its processes with a signal.
  await withFile(async (file) => {
    await writeFile(file, bytes);
    await copyInto(database, file);
  });
}

function migrateOnce(): Promise<Buffer> {
  return withFile(async (file) => {
    await migrateDatabase(file);
    return readFile(file);
  });
}

async function withFile<T>(use: (file: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'jiazhu-migrated-'));
  try {
    return await use(join(folder, 'migrated.db'));
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function copyInto(database: Database, file: string): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  const failed: Settle = (error) => error && reject(error);
  const backup = database.backup(file, 'main', 'main', false, failed);
  backup.step(ALL_PAGES, failed);
  backup.finish(() => resolve());
  await promise;
}
