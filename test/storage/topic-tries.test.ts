import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { migrate } from '../../storage/migrations/migrate.ts';
import { inMemory } from '../fakes/migrated-database.ts';

/** The thread of each ticket, and how often it was tried to open one. */
const TICKETS = [
  [7, 1],
  [8, 3],
  [null, 2],
  [null, 0],
] as const;

it('a topic that was opened counts as tried once when a database from before is brought up to date', async () => {
  const db = inMemory();
  await migrate(db, ':memory:');
  await sql`pragma foreign_keys = off`.execute(db);
  for (const [index, [thread, tries]] of TICKETS.entries()) {
    const chat = thread === null ? null : -1;
    await sql`insert into ticket
      (id, number, account_id, status, version, topic_chat_id, topic_thread_id, topic_tries, opened_at)
      values (${`t${index}`}, ${index}, 'a', 'open', 1, ${chat}, ${thread}, ${tries}, 1)`.execute(db);
  }
  await db.deleteFrom('schema_migration').where('name', '=', '0028-topic-tries').execute();
  await migrate(db, ':memory:');
  const tried = await db.selectFrom('ticket').select('topic_tries').orderBy('number').execute();
  await db.destroy();
  expect(tried.map((row) => row.topic_tries)).toEqual([1, 1, 2, 0]);
});
