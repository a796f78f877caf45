import { sql } from 'kysely';
import type { Migration } from './migration.ts';

/**
 * Rule 5's default, by which copies were promised that were asked for before this was written down. Where the policy
 * said other hours then, the promise is a guess: no row says which held.
 */
const PROMISED_MS = 24 * 3_600_000;

/** Until when a copy is promised: what was said when it was asked for holds, whatever the policy becomes. */
export const promisedBy: Migration = {
  name: '0024-promised-by',
  async up(db) {
    await db.schema
      .alterTable('endorsement')
      .addColumn('promised_by', 'bigint', (column) => column.notNull().defaultTo(0))
      .execute();
    await sql`update endorsement set promised_by = requested_at + ${sql.lit(PROMISED_MS)}`.execute(db);
    await db.schema.dropIndex('endorsement_unfinished').execute();
    await db.schema
      .createIndex('endorsement_unfinished')
      .on('endorsement')
      .columns(['promised_by'])
      .where(sql.ref('status'), 'in', ['requested', 'generating'])
      .execute();
  },
};
