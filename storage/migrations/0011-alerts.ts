import { sql } from 'kysely';
import type { Migration } from './migration.ts';

/** What staff know of alerts, and why a copy's last attempt failed. */
export const alerts: Migration = {
  name: '0011-alerts',
  async up(db) {
    await db.schema.alterTable('alert').addColumn('told_at', 'bigint').execute();
    await db.schema.alterTable('alert').addColumn('acknowledged_at', 'bigint').execute();
    await db.schema.alterTable('alert').addColumn('acknowledged_by', 'text').execute();
    await db.schema.createIndex('alert_by_kind').on('alert').columns(['kind', 'at']).execute();
    await db.schema
      .createTable('alert_kind')
      .addColumn('kind', 'text', (column) => column.primaryKey().notNull())
      .addColumn('told_at', 'bigint')
      .addColumn('muted_until', 'bigint')
      .addColumn('muted_by', 'text')
      .addColumn('acknowledged_at', 'bigint')
      .addColumn('acknowledged_by', 'text')
      .execute();
    await db.schema.alterTable('job').addColumn('because', 'text').execute();
    await db.schema
      .createIndex('job_of_endorsement')
      .on('job')
      .columns(['endorsement_id'])
      .where(sql.ref('finished'), '=', 0)
      .execute();
  },
};
