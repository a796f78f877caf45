import { type Generated, Kysely, sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { SqliteDialect } from '../../../storage/sqlite/sqlite-dialect.ts';
import { SqliteDriver } from '../../../storage/sqlite/sqlite-driver.ts';
import { TransactionScope } from '../../../storage/sqlite/transaction-scope.ts';
import { temporaryFolder } from '../temporary-folder.ts';

interface Thing {
  id: Generated<number>;
  number: number | bigint | boolean | null;
  text: string | null;
  bytes: Uint8Array | null;
}

let scope: TransactionScope;
let db: Kysely<{ thing: Thing }>;

async function open(path: string): Promise<void> {
  scope = new TransactionScope();
  db = new Kysely({
    dialect: new SqliteDialect(() => new SqliteDriver({ path, create: true, busyTimeoutMs: 50 }, scope)),
  });
  await db.schema
    .createTable('thing')
    .addColumn('id', 'integer', (column) => column.primaryKey())
    .addColumn('number', 'bigint')
    .addColumn('text', 'text', (column) => column.unique())
    .addColumn('bytes', 'blob')
    .execute();
}

const thing = (change: Partial<Omit<Thing, 'id'>>) => ({ number: null, text: null, bytes: null, ...change });

describe('the SQLite driver', () => {
  beforeEach(() => open(':memory:'));
  afterEach(() => db.destroy());

  it.each([
    ['0', 0, 0],
    ['a negative number', -1, -1],
    ['2^31', 2 ** 31, 2 ** 31],
    ['an instant', 1_795_136_400_123, 1_795_136_400_123],
    ['the largest safe integer', Number.MAX_SAFE_INTEGER, Number.MAX_SAFE_INTEGER],
    ['a bigint', 5_000_000_001n, 5_000_000_001],
    ['true', true, 1],
    ['false', false, 0],
    ['null', null, null],
  ])('brings back %s, stored as an integer', async (_what, number, expected) => {
    await db.insertInto('thing').values(thing({ number })).execute();
    const row = await db
      .selectFrom('thing')
      .select(['number', sql<string>`typeof(number)`.as('type')])
      .executeTakeFirstOrThrow();
    expect(row).toEqual({ number: expected, type: expected === null ? 'null' : 'integer' });
  });

  it.each([
    ['bytes', Uint8Array.of(0, 255, 10, 0)],
    ['a part of a larger array', Uint8Array.of(9, 1, 2, 9).subarray(1, 3)],
  ])('brings back %s as bytes', async (_what, bytes) => {
    await db.insertInto('thing').values(thing({ bytes })).execute();
    const row = await db.selectFrom('thing').select('bytes').executeTakeFirstOrThrow();
    expect(row.bytes).toBeInstanceOf(Uint8Array);
    expect(Array.from(row.bytes ?? [])).toEqual(Array.from(bytes));
  });

  it('brings back text of every script, quotes and line ends', async () => {
    const text = `王'"\\;--\n𠮷 \u{1F600}`;
    await db.insertInto('thing').values(thing({ text })).execute();
    expect(await db.selectFrom('thing').select('text').executeTakeFirst()).toEqual({ text });
  });

  it.each([
    ['undefined', undefined],
    ['a date', new Date(0)],
    ['an object', {}],
    ['not a number', Number.NaN],
    ['a bigint too large to come back', 2n ** 60n],
    ['no bytes at all', new Uint8Array(0)],
  ])('refuses %s instead of storing something else', async (_what, value) => {
    const attempt = sql`insert into thing (text) values (${value})`.execute(db);
    await expect(attempt).rejects.toMatchObject({ name: 'StorageFault', code: 'unbindable' });
  });

  it('counts the rows that a statement concerned', async () => {
    const counts = await db.transaction().execute(async (tx) => {
      const three = ['a', 'b', 'c'].map((text) => thing({ text }));
      const inserted = await tx.insertInto('thing').values(three).executeTakeFirst();
      const ignored = await tx
        .insertInto('thing')
        .values(thing({ text: 'a' }))
        .onConflict((conflict) => conflict.column('text').doNothing())
        .executeTakeFirst();
      const updated = await tx.updateTable('thing').set({ number: 1 }).where('text', '<', 'c').executeTakeFirst();
      const none = await tx.updateTable('thing').set({ number: 1 }).where('text', '=', 'z').executeTakeFirst();
      const returned = await tx.updateTable('thing').set({ number: 2 }).returning('text').execute();
      const deleted = await tx.deleteFrom('thing').executeTakeFirst();
      return [
        inserted.numInsertedOrUpdatedRows,
        ignored.numInsertedOrUpdatedRows,
        updated.numUpdatedRows,
        none.numUpdatedRows,
        BigInt(returned.length),
        deleted.numDeletedRows,
      ];
    });
    expect(counts).toEqual([3n, 0n, 2n, 0n, 3n, 3n]);
  });

  it('makes using the outer database inside a transaction a fault instead of a wait for ever', async () => {
    await db.transaction().execute((tx) =>
      scope.run(async () => {
        await tx
          .insertInto('thing')
          .values(thing({ text: 'inside' }))
          .execute();
        const outer = db.selectFrom('thing').selectAll().execute();
        await expect(outer).rejects.toMatchObject({ code: 'nested-transaction' });
      }),
    );
    expect(await db.selectFrom('thing').select('text').execute()).toEqual([{ text: 'inside' }]);
  });

  it('says which constraint was broken, without the value', async () => {
    const secret = thing({ text: '11010519491231002X' });
    await db.insertInto('thing').values(secret).execute();
    const error: unknown = await db
      .insertInto('thing')
      .values(secret)
      .execute()
      .catch((error: unknown) => error);
    expect(error).toMatchObject({ code: 'constraint', message: expect.stringContaining('thing.text') });
    expect(`${String(error)} ${JSON.stringify(error)} ${String((error as Error).cause)}`).not.toContain('1101');
  });
});

describe('a database file that is full', () => {
  const path = temporaryFolder();
  afterEach(() => db.destroy());

  it('undoes the transaction as a whole, also when its work goes on as if nothing were', async () => {
    await open(path('full.db'));
    await sql`pragma max_page_count = 8`.execute(db);
    const bytes = new Uint8Array(100_000).fill(1);
    const attempt = db.transaction().execute(async (tx) => {
      await tx
        .insertInto('thing')
        .values(thing({ text: 'before' }))
        .execute();
      await expect(tx.insertInto('thing').values(thing({ bytes })).execute()).rejects.toMatchObject({ code: 'full' });
      // SQLite has rolled back by now; this must not be committed by itself.
      await expect(
        tx
          .insertInto('thing')
          .values(thing({ text: 'after' }))
          .execute(),
      ).rejects.toMatchObject({
        code: 'transaction-over',
      });
    });
    await expect(attempt).rejects.toMatchObject({ code: 'transaction-over' });
    expect(await db.selectFrom('thing').select('text').execute()).toEqual([]);
    await db
      .insertInto('thing')
      .values(thing({ text: 'later' }))
      .execute();
  });
});
