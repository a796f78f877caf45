import { sql } from 'kysely';
import type { Migration } from './migration.ts';

export const broadcasts: Migration = {
  name: '0009-broadcasts',
  async up(db) {
    await db.schema
      .createTable('broadcast')
      .addColumn('id', 'text', (column) => column.primaryKey().notNull())
      .addColumn('audience', 'text', (column) => column.notNull())
      .addColumn('texts', 'blob', (column) => column.notNull())
      .addColumn('created_by', 'text', (column) => column.notNull())
      .addColumn('created_at', 'bigint', (column) => column.notNull())
      .addColumn('start_at', 'bigint', (column) => column.notNull())
      .addColumn('status', 'text', (column) =>
        column.notNull().check(sql`status in ('scheduled', 'running', 'paused', 'done', 'cancelled')`),
      )
      .addColumn('expected', 'integer', (column) => column.notNull())
      .addColumn('cursor', 'text')
      .addColumn('changed_by', 'text')
      .addColumn('changed_at', 'bigint')
      .addColumn('ended_at', 'bigint')
      .execute();
    await db.schema.createIndex('broadcast_newest').on('broadcast').columns(['created_at', 'id']).execute();
    // Whom a broadcast goes to, in the order in which it does.
    await db.schema
      .createIndex('link_active_account')
      .on('link')
      .columns(['account_id', 'holder_id'])
      .where(sql.ref('ended_at'), 'is', null)
      .execute();
  },
};
