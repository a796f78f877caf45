import {
  type DatabaseIntrospector,
  type Dialect,
  type DialectAdapter,
  type Driver,
  type Kysely,
  type QueryCompiler,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from 'kysely';
import { SqliteDriver, type SqliteOptions } from './sqlite-driver.ts';
import type { TransactionScope } from './transaction-scope.ts';

/** SQLite through npm's `sqlite3`. */
export class SqliteDialect implements Dialect {
  readonly #options: SqliteOptions;
  readonly #scope: TransactionScope;

  constructor(options: SqliteOptions, scope: TransactionScope) {
    this.#options = options;
    this.#scope = scope;
  }

  createDriver(): Driver {
    return new SqliteDriver(this.#options, this.#scope);
  }

  createQueryCompiler(): QueryCompiler {
    return new SqliteQueryCompiler();
  }

  createAdapter(): DialectAdapter {
    return new TurnTakingAdapter();
  }

  createIntrospector(db: Kysely<unknown>): DatabaseIntrospector {
    return new SqliteIntrospector(db);
  }
}

// Kysely would put its own mutex before the driver, and a nested transaction would wait there for ever
// instead of reaching the driver, which refuses it.
class TurnTakingAdapter extends SqliteAdapter {
  override get supportsMultipleConnections(): boolean {
    return true;
  }
}
