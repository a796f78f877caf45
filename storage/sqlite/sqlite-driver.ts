import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { DatabaseConnection, Driver } from 'kysely';
import sqlite3 from 'sqlite3';
import { Mutex } from './mutex.ts';
import { SqliteConnection } from './sqlite-connection.ts';
import { sqliteFault } from './sqlite-fault.ts';
import { StorageFault } from '../storage-fault.ts';
import type { TransactionScope } from './transaction-scope.ts';

export interface SqliteOptions {
  /** A file, or `:memory:`. */
  path: string;
  /** Whether a missing file is made, with the folders above it. */
  create: boolean;
  /** How long to wait for another process that writes. */
  busyTimeoutMs: number;
  /** Called before anything is asked of the connection. */
  onOpen?: ((database: sqlite3.Database) => Promise<void>) | undefined;
}

// FULL syncs the log at every commit. NORMAL would survive a kill as well, but a power cut could take back
// the last commits: requests that their holders saw confirmed. It costs one fsync per update handled.
// secure_delete overwrites deleted rows with zeros; temp_store keeps sorting out of temporary files. An import
// touches more pages than the usual 2 MB cache holds; with 64 MB (filled only as needed) it takes a third less.
const PRAGMAS = [
  'PRAGMA journal_mode = WAL',
  'PRAGMA synchronous = FULL',
  'PRAGMA foreign_keys = ON',
  'PRAGMA secure_delete = ON',
  'PRAGMA temp_store = MEMORY',
  'PRAGMA cache_size = -65536',
];

/** Kysely's driver over one connection of sqlite3, which transactions take turns on. */
export class SqliteDriver implements Driver {
  readonly #options: SqliteOptions;
  readonly #scope: TransactionScope;
  readonly #mutex = new Mutex();
  #database: sqlite3.Database | undefined;

  constructor(options: SqliteOptions, scope: TransactionScope) {
    this.#options = options;
    this.#scope = scope;
  }

  async init(): Promise<void> {
    if (this.#options.create && this.#options.path !== ':memory:') await makeFolder(this.#options.path);
    this.#database = await open(this.#options);
  }

  async acquireConnection(): Promise<SqliteConnection> {
    if (this.#scope.inside) {
      throw new StorageFault('nested-transaction', 'A transaction was asked for from inside a transaction.');
    }
    const endTurn = await this.#mutex.lock();
    if (this.#database) return new SqliteConnection(this.#database, this.#options.path, endTurn);
    endTurn();
    throw new StorageFault('closed', 'The database is closed.', { path: this.#options.path });
  }

  async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await ours(connection).begin();
  }

  async commitTransaction(connection: DatabaseConnection): Promise<void> {
    await ours(connection).commit();
  }

  async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    await ours(connection).rollback();
  }

  async releaseConnection(connection: DatabaseConnection): Promise<void> {
    ours(connection).release();
  }

  /** Waits for the turns already asked for, then closes the file. */
  async destroy(): Promise<void> {
    const endTurn = await this.#mutex.lock();
    const database = this.#database;
    this.#database = undefined;
    endTurn();
    if (database) await close(database, this.#options.path);
  }
}

function ours(connection: DatabaseConnection): SqliteConnection {
  if (connection instanceof SqliteConnection) return connection;
  throw new StorageFault('failed', 'The connection belongs to another driver.');
}

async function makeFolder(path: string): Promise<void> {
  try {
    await mkdir(dirname(path), { recursive: true });
  } catch (cause) {
    const message = `The folder ${dirname(path)} for the database can't be made.`;
    throw new StorageFault('cannot-open', message, { path, cause });
  }
}

async function open(options: SqliteOptions): Promise<sqlite3.Database> {
  const database = await openFile(options);
  try {
    // Statements run one after the other in the order they were asked for.
    database.serialize();
    database.configure('busyTimeout', options.busyTimeoutMs);
    await options.onOpen?.(database);
    for (const pragma of PRAGMAS) await run(database, pragma);
    return database;
  } catch (error) {
    await close(database, options.path);
    throw sqliteFault(error, options.path);
  }
}

function openFile({ path, create }: SqliteOptions): Promise<sqlite3.Database> {
  const mode = sqlite3.OPEN_READWRITE | (create ? sqlite3.OPEN_CREATE : 0) | sqlite3.OPEN_FULLMUTEX;
  const { promise, resolve, reject } = Promise.withResolvers<sqlite3.Database>();
  // One that doesn't open must not be closed either: its close waits for the opening for ever.
  const database = new sqlite3.Database(path, mode, (error) =>
    error ? reject(sqliteFault(error, path)) : resolve(database),
  );
  return promise;
}

function run(database: sqlite3.Database, sql: string): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  database.run(sql, (error) => (error ? reject(error) : resolve()));
  return promise;
}

async function close(database: sqlite3.Database, path: string): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  database.close((error) => (error ? reject(sqliteFault(error, path)) : resolve()));
  await promise;
}
