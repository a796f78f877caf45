import type { CompiledQuery, DatabaseConnection, QueryResult } from 'kysely';
import type { Database, RunResult } from 'sqlite3';
import { sqliteFault } from './sqlite-fault.ts';
import { StorageFault } from '../storage-fault.ts';

type Bindable = string | number | Buffer | null;

/** One turn on the one connection. Past its end it refuses every query. */
export class SqliteConnection implements DatabaseConnection {
  readonly #database: Database;
  readonly #path: string;
  readonly #endTurn: () => void;
  #state: 'open' | 'broken' | 'over' = 'open';

  constructor(database: Database, path: string, endTurn: () => void) {
    this.#database = database;
    this.#path = path;
    this.#endTurn = endTurn;
  }

  async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    this.#mustBeOpen();
    try {
      return await this.#execute<R>(query);
    } catch (error) {
      const fault = error instanceof StorageFault ? error : sqliteFault(error, this.#path);
      // SQLite may have rolled back by itself (https://sqlite.org/lang_transaction.html, 3): what came
      // next would be committed one by one.
      if (fault.code !== 'constraint' && this.#state === 'open') this.#state = 'broken';
      throw fault;
    }
  }

  // oxlint-disable-next-line require-yield -- nothing streams; the interface wants the method
  async *streamQuery<R>(): AsyncIterableIterator<QueryResult<R>> {
    throw new StorageFault('failed', 'This driver streams nothing.', { path: this.#path });
  }

  async begin(): Promise<void> {
    // IMMEDIATE takes the write lock now, where the busy timeout waits for it; a lock taken later, after a
    // read, fails at once when another process has written meanwhile.
    await this.#command('BEGIN IMMEDIATE');
  }

  async commit(): Promise<void> {
    this.#mustBeOpen();
    // Queries that were started and not awaited come before the COMMIT; those started from here on are refused.
    this.#state = 'over';
    try {
      await this.#command('COMMIT');
    } catch (error) {
      this.#state = 'broken';
      throw error;
    }
  }

  async rollback(): Promise<void> {
    const broken = this.#state === 'broken';
    this.#state = 'over';
    try {
      await this.#command('ROLLBACK');
    } catch (error) {
      // Then SQLite has rolled back itself, and the fault that led here is the one to be told.
      if (!broken) throw error;
    }
  }

  release(): void {
    this.#state = 'over';
    this.#endTurn();
  }

  #mustBeOpen(): void {
    if (this.#state === 'open') return;
    const because = this.#state === 'broken' ? 'was undone by a fault' : 'is over';
    throw new StorageFault('transaction-over', `The transaction ${because}.`, { path: this.#path });
  }

  async #execute<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    const parameters = query.parameters.map(bindable);
    if (!changesRows(query)) return { rows: await this.#all<R>(query.sql, parameters) };
    if (returnsRows(query)) {
      const rows = await this.#all<R>(query.sql, parameters);
      return { rows, numAffectedRows: BigInt(rows.length) };
    }
    return { rows: [], numAffectedRows: BigInt(await this.#run(query.sql, parameters)) };
  }

  #all<R>(sql: string, parameters: readonly Bindable[]): Promise<R[]> {
    const { promise, resolve, reject } = Promise.withResolvers<R[]>();
    this.#database.all<R>(sql, parameters, (error, rows) => (error ? reject(error) : resolve(rows)));
    return promise;
  }

  /** The number of rows inserted, updated or deleted. */
  #run(sql: string, parameters: readonly Bindable[]): Promise<number> {
    const { promise, resolve, reject } = Promise.withResolvers<number>();
    this.#database.run(sql, parameters, function settle(this: RunResult, error: Error | null) {
      return error ? reject(error) : resolve(this.changes);
    });
    return promise;
  }

  async #command(sql: string): Promise<void> {
    try {
      await this.#run(sql, []);
    } catch (error) {
      throw sqliteFault(error, this.#path);
    }
  }
}

function changesRows(query: CompiledQuery): boolean {
  const { kind } = query.query;
  return kind === 'InsertQueryNode' || kind === 'UpdateQueryNode' || kind === 'DeleteQueryNode';
}

function returnsRows(query: CompiledQuery): boolean {
  return 'returning' in query.query && query.query.returning !== undefined;
}

// sqlite3 binds what it doesn't know, bigints, undefined and empty bytes among it, as NULL without a word.
function bindable(value: unknown): Bindable {
  if (value === null || typeof value === 'string') return value;
  if (typeof value === 'number' && Number.isFinite(value)) return value;
  if (typeof value === 'boolean') return value ? 1 : 0;
  if (typeof value === 'bigint' && Number.isSafeInteger(Number(value))) return Number(value);
  if (value instanceof Uint8Array && value.length > 0)
    return Buffer.from(value.buffer, value.byteOffset, value.byteLength);
  throw new StorageFault('unbindable', `A value of type ${typeof value} can't be put into the database.`);
}
