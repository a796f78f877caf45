import sqlite3 from 'sqlite3';

export type Row = Readonly<Record<string, string | number | Buffer | null>>;

/** All rows of all tables of a database file, as they lie there, in the order they were written. */
export async function dumpDatabase(file: string): Promise<Record<string, Row[]>> {
  const database = new sqlite3.Database(file, sqlite3.OPEN_READONLY);
  try {
    const tables = await all(database, `select name from sqlite_master where type = 'table' order by name`);
    const dump: Record<string, Row[]> = {};
    for (const { name } of tables) dump[String(name)] = await all(database, `select * from "${String(name)}"`);
    return dump;
  } finally {
    const { promise, resolve } = Promise.withResolvers<unknown>();
    database.close(resolve);
    await promise;
  }
}

function all(database: sqlite3.Database, sql: string): Promise<Row[]> {
  const { promise, resolve, reject } = Promise.withResolvers<Row[]>();
  database.all<Row>(sql, (error, rows) => (error ? reject(error) : resolve(rows)));
  return promise;
}
