import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { broadcastCounts } from '../../storage/migrations/0025-broadcast-counts.ts';
import { migrate } from '../../storage/migrations/migrate.ts';
import { inMemory } from '../fakes/migrated-database.ts';

const ITEMS = [
  ['one', 'sent', 1],
  ['one', 'sent', 1],
  ['one', 'dead', 1],
  ['one', 'uncertain', 1],
  ['one', 'cancelled', 1],
  ['one', 'queued', 0],
  ['two', 'sent', 1],
] as const;

it('a broadcast from before it was counted along is counted once, when the database is brought up to date', async () => {
  const db = inMemory();
  await migrate(db, ':memory:');
  for (const column of ['sent', 'failed']) await db.schema.alterTable('broadcast').dropColumn(column).execute();
  for (const id of ['one', 'two']) {
    await sql`insert into broadcast (id, audience, texts, created_by, created_at, start_at, status, expected)
      values (${id}, '{}', x'00', 'm', 1, 1, 'running', 6)`.execute(db);
  }
  for (const [index, [broadcast, status, settled]] of ITEMS.entries()) {
    const key = `broadcast:${broadcast}:a${index}`;
    await sql`insert into outbox
      (id, "key", bot, account_id, priority, kind, message, status, settled, attempts, not_before, created_at)
      values (${key}, ${key}, 'holder', ${`a${index}`}, 3, 'broadcast', '{}', ${status}, ${settled}, 1, 1, 1)`.execute(
      db,
    );
  }
  await broadcastCounts.up(db.$pickTables<never>());
  const counted = await db.selectFrom('broadcast').select(['id', 'sent', 'failed']).orderBy('id').execute();
  await db.destroy();
  expect(counted).toEqual([
    { id: 'one', sent: 2, failed: 2 },
    { id: 'two', sent: 1, failed: 0 },
  ]);
});
