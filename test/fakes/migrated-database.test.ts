import { readFile } from 'node:fs/promises';
import { type Kysely, sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { migrate } from '../../storage/migrations/migrate.ts';
import type { Tables } from '../../storage/tables.ts';
import { beginMigrated, inMemory } from './migrated-database.ts';
import { temporaryFolder } from '../storage/temporary-folder.ts';

const path = temporaryFolder();

let first: Kysely<Tables>;
let second: Kysely<Tables>;

/** Every byte of a database, its pages in order and without gaps (https://sqlite.org/lang_vacuum.html). */
async function bytesOf(db: Kysely<Tables>, name: string): Promise<Buffer> {
  // The header counts the changes to the schema, which are fewer where it was not made step by step.
  await sql`pragma schema_version = 1`.execute(db);
  await sql`vacuum into ${path(name)}`.execute(db);
  return readFile(path(name));
}

describe('the database that tests begin with', () => {
  beforeEach(() => {
    first = inMemory(beginMigrated);
    second = inMemory(beginMigrated);
  });
  afterEach(() => Promise.all([first.destroy(), second.destroy()]));

  it('is to the byte what the migrations give', async () => {
    const migrated = inMemory();
    await migrate(migrated, ':memory:');
    const [expected, copied] = [await bytesOf(migrated, 'migrated.db'), await bytesOf(first, 'copied.db')];
    await migrated.destroy();
    expect(copied.length).toBeGreaterThan(100_000);
    expect(copied.equals(expected)).toBe(true);
    expect(await migrate(first, ':memory:')).toEqual([]);
  });

  it('is one of its own for each test, also when several are opened at once', async () => {
    const names = (db: Kysely<Tables>) => db.selectFrom('schema_migration').select('name').orderBy('name').execute();
    const before = await names(first);
    await second.deleteFrom('schema_migration').execute();
    expect(await names(first)).toEqual(before);
    expect(await names(second)).toEqual([]);
    const third = inMemory(beginMigrated);
    expect(await names(third)).toEqual(before);
    await third.destroy();
  });
});
