import type { CompiledQuery, DatabaseConnection, QueryResult } from 'kysely';
import type { Database, Statement } from 'sqlite3';
import { sqliteFault } from '../sqlite/sqlite-fault.ts';
import { StorageFault } from '../storage-fault.ts';

// query_only is SQLite's own word that nothing is written, whatever is asked. A lookup touches a handful of pages, and
// the operating system keeps the file's.
const PRAGMAS = ['PRAGMA query_only = ON', 'PRAGMA temp_store = MEMORY', 'PRAGMA cache_size = -16384'];
/** A writer keeps a reader out only in the moment in which a log is made or taken away. */
const BUSY_TIMEOUT_MS = 2000;

/** A connection that asks the same few questions again and again: preparing one takes twice as long as its answer. */
export class ReadingConnection implements DatabaseConnection {
  readonly #database: Database;
  readonly #path: string;
  readonly #statements = new Map<string, Statement>();

  constructor(database: Database, path: string) {
    this.#database = database;
    this.#path = path;
  }

  async prepareToRead(): Promise<void> {
    this.#database.configure('busyTimeout', BUSY_TIMEOUT_MS);
    for (const pragma of PRAGMAS) await this.run(pragma);
  }

  async run(sql: string): Promise<void> {
    await this.#rows(sql, []);
  }

  async executeQuery<R>({ parameters, sql }: CompiledQuery): Promise<QueryResult<R>> {
    return { rows: await this.#rows<R>(sql, parameters.map(bindable)) };
  }

  // oxlint-disable-next-line require-yield -- nothing streams; the interface wants the method
  async *streamQuery<R>(): AsyncIterableIterator<QueryResult<R>> {
    throw new StorageFault('failed', 'This driver streams nothing.', { path: this.#path });
  }

  async close(): Promise<void> {
    for (const statement of this.#statements.values()) statement.finalize();
    this.#statements.clear();
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    this.#database.close((error) => (error ? reject(sqliteFault(error, this.#path)) : resolve()));
    await promise;
  }

  #rows<R>(sql: string, parameters: readonly (string | number)[]): Promise<R[]> {
    const { promise, resolve, reject } = Promise.withResolvers<R[]>();
    const fail = (error: Error): void => reject(sqliteFault(error, this.#path));
    this.#statement(sql, fail).all<R>(parameters, (error, rows) => (error ? fail(error) : resolve(rows)));
    return promise;
  }

  #statement(sql: string, fail: (error: Error) => void): Statement {
    const known = this.#statements.get(sql);
    if (known) return known;
    const statement = this.#database.prepare(sql, (error) => {
      if (!error) return;
      this.#statements.delete(sql);
      fail(error);
    });
    this.#statements.set(sql, statement);
    return statement;
  }
}

function bindable(value: unknown): string | number {
  if (typeof value === 'string' || typeof value === 'number') return value;
  throw new StorageFault('unbindable', `A value of type ${typeof value} can't be asked for.`);
}
