import { sql } from 'kysely';
import type { Migration } from './migration.ts';

/** Counts that nothing else keeps, and the indexes by which the rest is counted. */
export const statistics: Migration = {
  name: '0013-statistics',
  async up(db) {
    await db.schema
      .createTable('refusal_count')
      .addColumn('day', 'text', (column) => column.notNull())
      .addColumn('of', 'text', (column) => column.notNull())
      .addColumn('reason', 'text', (column) => column.notNull())
      .addColumn('count', 'integer', (column) => column.notNull())
      .addPrimaryKeyConstraint('refusal_count_once', ['day', 'of', 'reason'])
      .execute();
    await db.schema
      .createTable('verification_count')
      .addColumn('endorsement_id', 'text', (column) => column.notNull())
      .addColumn('day', 'text', (column) => column.notNull())
      .addColumn('door', 'text', (column) => column.notNull())
      .addColumn('result', 'text', (column) => column.notNull())
      .addColumn('count', 'integer', (column) => column.notNull())
      .addPrimaryKeyConstraint('verification_count_once', ['endorsement_id', 'day', 'door', 'result'])
      .execute();
    await db.schema.createIndex('verification_count_by_day').on('verification_count').columns(['day']).execute();
    await db.schema.createIndex('endorsement_by_request').on('endorsement').columns(['requested_at']).execute();
    await db.schema.createIndex('link_by_start').on('link').columns(['linked_at']).execute();
    await db.schema.createIndex('link_by_end').on('link').columns(['ended_at']).execute();
    await db.schema
      .createIndex('outbox_reminders_sent')
      .on('outbox')
      .columns(['settled_at'])
      .where(sql<boolean>`kind = 'reminder' and status = 'sent'`)
      .execute();
  },
};
