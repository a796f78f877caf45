import { sql } from 'kysely';
import type { Migration } from './migration.ts';

/** Finds the answers to updates that were not sent yet, at each start. */
export const unansweredUpdates: Migration = {
  name: '0014-unanswered-updates',
  async up(db) {
    await db.schema
      .createIndex('bot_update_unanswered')
      .on('bot_update')
      .columns(['bot', 'noted_at', 'update_id'])
      .where(sql.ref('reply'), 'is not', null)
      .execute();
  },
};
