import { sql } from 'kysely';
import type { Migration } from './migration.ts';

/** Few of many rows, which are looked for every few seconds. */
export const lookedForOften: Migration = {
  name: '0026-what-is-looked-for-often',
  async up(db) {
    await db.schema
      .createIndex('broadcast_active')
      .on('broadcast')
      .columns(['start_at', 'id'])
      .where(sql<boolean>`status in ('scheduled', 'running')`)
      .execute();
    await db.schema
      .createIndex('alert_untold')
      .on('alert')
      .columns(['kind', 'at'])
      .where(sql<boolean>`told_at is null and acknowledged_at is null`)
      .execute();
  },
};
