import { Kysely, sql } from 'kysely';
import type { Database } from 'sqlite3';
import { migrate } from '../../storage/migrations/migrate.ts';
import { SqliteDialect } from '../../storage/sqlite/sqlite-dialect.ts';
import { SqliteDriver, type SqliteOptions } from '../../storage/sqlite/sqlite-driver.ts';
import { TransactionScope } from '../../storage/sqlite/transaction-scope.ts';
import type { Tables } from '../../storage/tables.ts';

let script: Promise<string> | undefined;

/**
 * Gives an empty database what the migrations would give it. They run once in a process and take some 40 ms;
 * the hundreds of databases after the first take 4 each, and no file on a disk that may be busy.
 */
export async function beginMigrated(database: Database): Promise<void> {
  script ??= scriptOfMigrated();
  const statements = await script;
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  database.exec(statements, (error) => (error ? reject(error) : resolve()));
  await promise;
}

/** A database in memory with nothing in it but what `onOpen` puts there. */
export function inMemory(onOpen?: SqliteOptions['onOpen']): Kysely<Tables> {
  const options = { path: ':memory:', create: true, busyTimeoutMs: 50, onOpen };
  return new Kysely({ dialect: new SqliteDialect(() => new SqliteDriver(options, new TransactionScope())) });
}

/** The statements that lead at once to where the migrations lead step by step. */
async function scriptOfMigrated(): Promise<string> {
  const db = inMemory();
  await migrate(db, ':memory:');
  const schema = await sql<Statement>`select sql from sqlite_master where sql is not null order by rowid`.execute(db);
  const statements = schema.rows.map((row) => row.sql);
  for (const { name, columns } of await db.introspection.getTables()) {
    const values = columns.map((column) => sql`quote(${sql.ref(column.name)})`);
    const begin = `insert into "${name}" values (`;
    const rows = sql<Statement>`select ${begin} || concat_ws(', ', ${sql.join(values)}) || ')' as sql from ${sql.table(name)}`;
    statements.push(...(await rows.execute(db)).rows.map((row) => row.sql));
  }
  await db.destroy();
  return ['begin', ...statements, 'commit'].join(';\n');
}

interface Statement {
  sql: string;
}
