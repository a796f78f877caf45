import type { DatabaseConnection, Driver } from 'kysely';
import sqlite3 from 'sqlite3';
import { sqliteFault } from '../sqlite/sqlite-fault.ts';
import { StorageFault } from '../storage-fault.ts';
import { ReadingConnection } from './reading-connection.ts';

/**
 * One is read by while another works for somebody else. They have to be of the library that writes: two libraries in one
 * process undo each other's locks (https://sqlite.org/howtocorrupt.html, 2.2.1), which rules Node's own SQLite out.
 */
const CONNECTIONS = 2;

/** Kysely's driver over connections that only read. In WAL mode they wait for no writer (https://sqlite.org/wal.html, 2.2). */
export class ReadingDriver implements Driver {
  readonly #path: string;
  readonly #all: ReadingConnection[] = [];
  readonly #free: ReadingConnection[] = [];
  readonly #waiting: ((connection: ReadingConnection) => void)[] = [];
  #closed = false;

  constructor(path: string) {
    this.#path = path;
  }

  async init(): Promise<void> {
    for (let opened = 0; opened < CONNECTIONS; opened += 1) {
      const connection = new ReadingConnection(await open(this.#path), this.#path);
      this.#all.push(connection);
      await connection.prepareToRead();
    }
    this.#free.push(...this.#all);
  }

  async acquireConnection(): Promise<ReadingConnection> {
    if (this.#closed) throw new StorageFault('closed', 'The database is closed.', { path: this.#path });
    return this.#free.pop() ?? new Promise((resolve) => this.#waiting.push(resolve));
  }

  async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await ours(connection).run('BEGIN');
  }

  async commitTransaction(connection: DatabaseConnection): Promise<void> {
    await ours(connection).run('COMMIT');
  }

  async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    await ours(connection).run('ROLLBACK');
  }

  async releaseConnection(connection: DatabaseConnection): Promise<void> {
    const next = this.#waiting.shift();
    if (next) next(ours(connection));
    else this.#free.push(ours(connection));
  }

  async destroy(): Promise<void> {
    this.#closed = true;
    for (const connection of this.#all.splice(0)) await connection.close();
  }
}

function ours(connection: DatabaseConnection): ReadingConnection {
  if (connection instanceof ReadingConnection) return connection;
  throw new StorageFault('failed', 'The connection belongs to another driver.');
}

function open(path: string): Promise<sqlite3.Database> {
  const { promise, resolve, reject } = Promise.withResolvers<sqlite3.Database>();
  // Read-only connections could not follow a writer in WAL mode where its shared memory has to be made anew.
  const mode = sqlite3.OPEN_READWRITE | sqlite3.OPEN_FULLMUTEX;
  const database = new sqlite3.Database(path, mode, (error) =>
    error ? reject(sqliteFault(error, path)) : resolve(database),
  );
  return promise;
}
