import { Kysely } from 'kysely';
import type { Storage, Transaction } from '../engine/ports/storage.ts';
import { sqlitePath } from './database-url.ts';
import { checkKey, isTiedToKey } from './key-check.ts';
import { migrate, migrationStatus, type MigrationStatus } from './migrations/migrate.ts';
import { PersonalData } from './personal-data.ts';
import { SqlHolderStore } from './registry/holder-store.ts';
import { SqliteDialect } from './sqlite/sqlite-dialect.ts';
import { SqliteDriver, type SqliteOptions } from './sqlite/sqlite-driver.ts';
import { StorageFault } from './storage-fault.ts';
import { storesOf } from './stores-of.ts';
import type { Db, Tables } from './tables.ts';
import { TransactionScope } from './sqlite/transaction-scope.ts';

// An import of 100 000 rows by the command line writes for some 10 seconds, while the service waits.
const BUSY_TIMEOUT_MS = 30_000;
const FILL_ROWS = 2000;

export interface StorageOptions {
  /** `sqlite:PATH`, a path, or `:memory:` for one that is gone when closed. */
  url: string;
  /** The 32 bytes that `loadDataKey` gives. */
  dataKey: Uint8Array;
  /** How long to wait for another process that writes, in milliseconds. */
  busyTimeoutMs?: number;
  /** Called before the schema is looked at: tests load one here instead of migrating again and again. */
  onOpen?: SqliteOptions['onOpen'];
}

/**
 * Opens the database, made when missing and migrated when older than this version: the steps run in one
 * transaction, and a service that starts on an old schema could do nothing else. Throws StorageFault, with
 * one sentence for people, when the file can't be used, was made by a newer version or with another key.
 */
export async function openStorage(options: StorageOptions): Promise<Storage> {
  const personal = new PersonalData(options.dataKey);
  const { db, path, scope } = connect({ ...options, create: true });
  try {
    await migrate(db, path);
    await db.transaction().execute((tx) => checkKey(tx, personal, path));
    await fillSearchHashes(db, personal);
    return new SqlStorage(db, scope, personal);
  } catch (error) {
    await db.destroy();
    throw error;
  }
}

/** Brings a database up to date without its data key. Returns the names of the steps taken now. */
export async function migrateDatabase(url: string): Promise<string[]> {
  const { db, path } = connect({ url, create: true });
  try {
    return await migrate(db, path);
  } finally {
    await db.destroy();
  }
}

/** Which steps a database has and lacks; throws StorageFault `cannot-open` when there is none. */
export async function databaseStatus(url: string): Promise<MigrationStatus> {
  const { db } = connect({ url, create: false });
  try {
    return await migrationStatus(db);
  } finally {
    await db.destroy();
  }
}

/** Whether only a certain data key opens the database; throws StorageFault `cannot-open` when there is none. */
export async function databaseNeedsKey(url: string): Promise<boolean> {
  const { db } = connect({ url, create: false });
  try {
    return await isTiedToKey(db);
  } finally {
    await db.destroy();
  }
}

// A migration has no key. In pieces, because other processes may be at work on the database meanwhile.
async function fillSearchHashes(db: Kysely<Tables>, personal: PersonalData): Promise<void> {
  const fill = (tx: Db): Promise<number> => new SqlHolderStore(tx, personal).fillSearchHashes(FILL_ROWS);
  while ((await db.transaction().execute(fill)) === FILL_ROWS);
}

type Connecting = Omit<StorageOptions, 'dataKey'> & { create: boolean };

function connect({ url, create, busyTimeoutMs = BUSY_TIMEOUT_MS, onOpen }: Connecting) {
  const path = sqlitePath(url);
  const scope = new TransactionScope();
  const db = new Kysely<Tables>({
    dialect: new SqliteDialect(() => new SqliteDriver({ path, create, busyTimeoutMs, onOpen }, scope)),
  });
  return { db, path, scope };
}

class SqlStorage implements Storage {
  readonly #db: Kysely<Tables>;
  readonly #scope: TransactionScope;
  readonly #personal: PersonalData;
  #closed = false;

  constructor(db: Kysely<Tables>, scope: TransactionScope, personal: PersonalData) {
    this.#db = db;
    this.#scope = scope;
    this.#personal = personal;
  }

  async transact<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
    if (this.#closed) throw new StorageFault('closed', 'The storage is closed.');
    return this.#db.transaction().execute((db) => this.#scope.run(() => work(storesOf(db, this.#personal))));
  }

  /** Waits for the transactions already asked for. */
  async close(): Promise<void> {
    if (this.#scope.inside) throw new StorageFault('nested-transaction', 'A transaction can not close its storage.');
    this.#closed = true;
    await this.#db.destroy();
  }
}
