import { sql } from 'kysely';
import type { Migration } from './migration.ts';

/** Finds the dialogs that nobody went on with. */
export const dialogsByExpiry: Migration = {
  name: '0027-dialogs-by-expiry',
  async up(db) {
    for (const table of ['dialog', 'staff_dialog']) {
      await db.schema
        .createIndex(`${table}_by_expiry`)
        .on(table)
        .column('expires_at')
        .where(sql.ref('expires_at'), 'is not', null)
        .execute();
    }
  },
};
