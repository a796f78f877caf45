import { sql } from 'kysely';
import type { Migration } from './migration.ts';

/** What holders are to be told of verifications, and who doesn't want to be. */
export const verificationNotices: Migration = {
  name: '0021-verification-notices',
  async up(db) {
    await db.schema
      .alterTable('account')
      .addColumn('verifications_muted', 'integer', (column) =>
        column
          .notNull()
          .defaultTo(0)
          .check(sql`verifications_muted in (0, 1)`),
      )
      .execute();
    await db.schema
      .createTable('verification_notice')
      .addColumn('account_id', 'text', (column) => column.notNull())
      .addColumn('day', 'text', (column) => column.notNull())
      .addColumn('sequence', 'integer', (column) => column.notNull())
      .addColumn('sent_from', 'bigint', (column) => column.notNull())
      .addColumn('endorsement_id', 'text', (column) => column.notNull())
      .addColumn('way', 'text', (column) => column.notNull())
      .addColumn('count', 'integer', (column) => column.notNull())
      .addColumn('last_at', 'bigint', (column) => column.notNull())
      .addPrimaryKeyConstraint('verification_notice_once', ['account_id', 'day', 'sequence', 'endorsement_id', 'way'])
      .execute();
    await db.schema
      .createIndex('verification_notice_by_time')
      .on('verification_notice')
      .columns(['sent_from'])
      .execute();
  },
};
