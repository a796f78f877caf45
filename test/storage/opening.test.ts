import { readdirSync } from 'node:fs';
import { copyFile, readFile, stat, truncate, writeFile } from 'node:fs/promises';
import { Kysely } from 'kysely';
import { describe, expect, it } from 'vitest';
import { searchTerms } from '../../engine/registry/holder-search.ts';
import { databaseStatus, migrateDatabase, openStorage } from '../../storage/open-storage.ts';
import { registry } from '../../storage/migrations/0001-registry.ts';
import { SqliteDialect } from '../../storage/sqlite/sqlite-dialect.ts';
import { SqliteDriver } from '../../storage/sqlite/sqlite-driver.ts';
import { StorageFault } from '../../storage/storage-fault.ts';
import type { Tables } from '../../storage/tables.ts';
import { TransactionScope } from '../../storage/sqlite/transaction-scope.ts';
import { openTestStorage, TEST_DATA_KEY } from '../fakes/test-storage.ts';
import { holder, NOW, seed } from './samples.ts';
import { temporaryFolder } from './temporary-folder.ts';

const path = temporaryFolder();

async function faultOf(attempt: Promise<unknown>): Promise<StorageFault> {
  const error: unknown = await attempt.then(
    () => undefined,
    (error: unknown) => error,
  );
  expect(error).toBeInstanceOf(StorageFault);
  return error as StorageFault;
}

/** One sentence for people: no code of SQLite or errno, a full stop at the end. */
const ONE_SENTENCE = /^(?!.*(?:SQLITE_|errno|\n))[A-Z].*\.$/;

async function withDatabase(file: string, work: (db: Kysely<Tables>) => Promise<unknown>): Promise<void> {
  const options = { path: file, create: true, busyTimeoutMs: 50 };
  const db = new Kysely<Tables>({
    dialect: new SqliteDialect(() => new SqliteDriver(options, new TransactionScope())),
  });
  try {
    await work(db);
  } finally {
    await db.destroy();
  }
}

describe('opening a storage', () => {
  it.each([
    ['a path', 'plain.db', ''],
    ['sqlite:PATH', 'prefixed.db', 'sqlite:'],
    ['sqlite://PATH', 'slashes.db', 'sqlite://'],
    ['a path into missing folders', 'new/folders/deep.db', ''],
  ])('makes the file that %s names', async (_what, name, prefix) => {
    const storage = await openTestStorage(`${prefix}${path(name)}`);
    await storage.close();
    expect((await stat(path(name))).isFile()).toBe(true);
  });

  it('finds everything again', async () => {
    const first = await openTestStorage(path('again.db'));
    await first.transact(seed);
    await first.close();
    const second = await openTestStorage(path('again.db'));
    expect(await second.transact((tx) => tx.holders.get('holder-1'))).toEqual(holder(1));
    await second.close();
  });

  it('makes the holders of an older version searchable, however many they are', async () => {
    const first = await openTestStorage(path('searchable.db'));
    const many = Array.from({ length: 1_001 }, (_, n) => holder(n));
    await first.transact((tx) => tx.holders.insertMany(many));
    await first.close();
    await withDatabase(path('searchable.db'), (db) => db.updateTable('holder').set({ search_hash: null }).execute());
    const second = await openTestStorage(path('searchable.db'));
    const found = await second.transact(async (tx) => [
      await tx.holders.search(searchTerms(holder(0)), 5),
      await tx.holders.search(searchTerms(holder(1_000)), 5),
    ]);
    await second.close();
    expect(found).toEqual([[holder(0)], [holder(1_000)]]);
  });

  it.each([
    ['postgres://jiazhu:s3cret@db/jiazhu', /PostgreSQL/],
    ['postgresql://jiazhu:s3cret@db/jiazhu', /PostgreSQL/],
    ['mysql://jiazhu:s3cret@db/jiazhu', /mysql:/],
    ['sqlite:', /names no file/],
    ['', /names no file/],
  ])('refuses %j without repeating what may be a password', async (url, sentence) => {
    const fault = await faultOf(openTestStorage(url));
    expect(fault.code).toBe('unsupported-url');
    expect(fault.message).toMatch(sentence);
    expect(fault.message).not.toContain('s3cret');
  });

  it('refuses a data key of another length', async () => {
    const fault = await faultOf(openStorage({ url: path('short.db'), dataKey: new Uint8Array(16) }));
    expect([fault.code, fault.message]).toEqual(['bad-key', 'The data key has 16 bytes instead of 32.']);
    await expect(stat(path('short.db'))).rejects.toThrow('ENOENT');
  });

  it('tells that the data key is another one, and changes nothing', async () => {
    const file = path('key.db');
    await (await openTestStorage(file)).close();
    const fault = await faultOf(openStorage({ url: file, dataKey: new Uint8Array(32).fill(7) }));
    expect([fault.code, fault.path]).toEqual(['wrong-key', file]);
    expect(fault.message).toMatch(ONE_SENTENCE);
    await (await openTestStorage(file)).close();
  });
});

describe('a file that can not be opened gives one clear sentence when it', () => {
  it('is no database', async () => {
    await writeFile(path('letter.db'), 'Dear authority, '.repeat(300));
    const fault = await faultOf(openTestStorage(path('letter.db')));
    expect([fault.code, fault.path]).toEqual(['not-a-database', path('letter.db')]);
    expect(fault.message).toMatch(ONE_SENTENCE);
    expect(fault.cause).toBeInstanceOf(Error);
  });

  it('is a folder, or below a file', async () => {
    await writeFile(path('file'), '');
    for (const url of [path('.'), path('file/below.db')]) {
      const fault = await faultOf(openTestStorage(url));
      expect(fault.code).toBe('cannot-open');
      expect(fault.message).toMatch(ONE_SENTENCE);
    }
  });

  it('is damaged', async () => {
    const file = path('damaged.db');
    const storage = await openTestStorage(file);
    await storage.transact(seed);
    await storage.close();
    const bytes = await readFile(file);
    await writeFile(file, bytes.fill(0xa5, 1_000));
    const fault = await faultOf(openTestStorage(file));
    expect([fault.code, fault.path]).toEqual(['corrupt', file]);
    expect(fault.message).toMatch(ONE_SENTENCE);
  });

  it('has lost its end', async () => {
    const file = path('cut.db');
    const storage = await openTestStorage(file);
    await storage.transact(seed);
    await storage.close();
    await truncate(file, 8_192);
    const fault = await faultOf(
      openTestStorage(file).then((storage) => storage.transact((tx) => tx.holders.get('holder-1'))),
    );
    expect(fault.code).toBe('corrupt');
  });

  it('is locked by another process for longer than the patience', async () => {
    const file = path('locked.db');
    await (await openTestStorage(file)).close();
    await withDatabase(file, (db) =>
      db.transaction().execute(async () => {
        const fault = await faultOf(openStorage({ url: file, dataKey: TEST_DATA_KEY, busyTimeoutMs: 20 }));
        expect([fault.code, fault.path]).toEqual(['locked', file]);
        expect(fault.message).toMatch(ONE_SENTENCE);
      }),
    );
    await (await openTestStorage(file)).close();
  });

  it('was made by a newer version, and leaves it alone', async () => {
    const file = path('newer.db');
    await (await openTestStorage(file)).close();
    await withDatabase(file, (db) => db.insertInto('schema_migration').values({ name: '0999-future' }).execute());
    for (const attempt of [openTestStorage, migrateDatabase]) {
      const fault = await faultOf(attempt(file));
      expect([fault.code, fault.path]).toEqual(['schema-newer', file]);
      expect(fault.message).toMatch(/newer version of Jiazhu \(0999-future\)/);
    }
    expect((await databaseStatus(file)).unknown).toEqual(['0999-future']);
  });
});

describe('migrations', () => {
  const NAMES = readdirSync(new URL('../../storage/migrations/', import.meta.url))
    .flatMap((file) => /^(\d{4}-.+)\.ts$/.exec(file)?.[1] ?? [])
    .toSorted();

  it('are all applied once to a new database', async () => {
    const file = path('new.db');
    expect(await migrateDatabase(file)).toEqual(NAMES);
    expect(await migrateDatabase(file)).toEqual([]);
    expect(await databaseStatus(file)).toEqual({ applied: NAMES, pending: [], unknown: [] });
  });

  it('bring an older database up to date when it is opened, and keep what it holds', async () => {
    const file = path('older.db');
    await withDatabase(file, async (db) => {
      await db.schema.createTable('schema_migration').addColumn('name', 'text').execute();
      await registry.up(db.$pickTables<never>());
      await db.insertInto('schema_migration').values({ name: registry.name }).execute();
      const record = { id: 'old', at: 1, file_hash: 'ab', added: 1, changed: 0, withdrawn: 0 };
      await db
        .insertInto('registry_import')
        .values(record as Tables['registry_import'])
        .execute();
    });
    expect(await databaseStatus(file)).toMatchObject({ applied: ['0001-registry'], pending: NAMES.slice(1) });
    const storage = await openTestStorage(file);
    expect((await storage.transact((tx) => tx.imports.latest()))?.id).toBe('old');
    await storage.close();
    expect((await databaseStatus(file)).pending).toEqual([]);
  });

  it('leave a database as it was when one of them fails', async () => {
    const file = path('failing.db');
    await withDatabase(file, (db) => db.schema.createTable('outbox').addColumn('mine', 'text').execute());
    expect((await faultOf(migrateDatabase(file))).message).toMatch(/already exists/);
    expect(await databaseStatus(file)).toEqual({ applied: [], pending: NAMES, unknown: [] });
  });

  it('run once when two processes start on the same new file', async () => {
    const file = path('together.db');
    const storages = await Promise.all([openTestStorage(file), openTestStorage(file)]);
    for (const storage of storages) await storage.close();
    expect((await databaseStatus(file)).applied).toEqual(NAMES);
  });

  it('have a status only where there is a database', async () => {
    expect((await faultOf(databaseStatus(path('missing.db')))).code).toBe('cannot-open');
    await expect(stat(path('missing.db'))).rejects.toThrow('ENOENT');
  });
});

describe('two storages on one file', () => {
  it('take turns: a limit judged inside a transaction is never passed', async () => {
    const file = path('shared.db');
    const storages = [await openTestStorage(file), await openTestStorage(file)];
    const outcomes = await Promise.all(
      Array.from({ length: 40 }, (_, n) =>
        storages[n % 2]!.transact(async (tx) => {
          const taken = await tx.updates.find('holder', 1);
          if (taken) return 'refused';
          await tx.updates.note('holder', 1, n, NOW);
          return 'noted';
        }),
      ),
    );
    for (const storage of storages) await storage.close();
    expect(outcomes.filter((outcome) => outcome === 'noted')).toHaveLength(1);
  });
});

describe('a backup', () => {
  it('of a closed storage is its one file', async () => {
    const storage = await openTestStorage(path('original.db'));
    await storage.transact(seed);
    await storage.close();
    await copyFile(path('original.db'), path('backup.db'));
    const restored = await openTestStorage(path('backup.db'));
    expect(await restored.transact((tx) => tx.holders.get('holder-2'))).toEqual(holder(2));
    await restored.close();
  });
});
