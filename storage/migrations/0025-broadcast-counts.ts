import { sql } from 'kysely';
import type { Migration } from './migration.ts';

/**
 * Counts that go along, where all that ever went out of a broadcast was counted at each look. Messages of before that
 * were dropped because their broadcast was cancelled count as failed: why an item was dropped is sealed, and can't be
 * read here.
 */
export const broadcastCounts: Migration = {
  name: '0025-broadcast-counts',
  async up(db) {
    for (const column of ['sent', 'failed']) {
      await db.schema
        .alterTable('broadcast')
        .addColumn(column, 'integer', (counted) => counted.notNull().defaultTo(0))
        .execute();
    }
    // The key of an item is `broadcast:<broadcast>:<account>`; a semicolon comes right after a colon.
    const items = sql`from outbox
      where "key" >= 'broadcast:' || broadcast.id || ':' and "key" < 'broadcast:' || broadcast.id || ';'`;
    await sql`update broadcast set
      sent = (select count(*) ${items} and status = 'sent'),
      failed = (select count(*) ${items} and settled = 1 and status not in ('sent', 'cancelled'))`.execute(db);
  },
};
