import { sql } from 'kysely';
import type { Migration } from './migration.ts';

/** Which certificates that copies rest on have been revoked, by their authorities' word. */
export const knownRevocations: Migration = {
  name: '0023-known-revocations',
  async up(db) {
    await db.schema
      .createTable('known_revocation')
      .addColumn('certificate', 'text', (column) => column.primaryKey().notNull())
      .addColumn('kind', 'text', (column) => column.notNull().check(sql`kind in ('ocsp', 'list')`))
      .addColumn('proof', 'blob', (column) => column.notNull())
      .execute();
  },
};
