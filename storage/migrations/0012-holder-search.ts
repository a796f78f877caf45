import type { Migration } from './migration.ts';

/** The hash is keyed, so rows that are there get theirs when the database is opened with its key. */
export const holderSearch: Migration = {
  name: '0012-holder-search',
  async up(db) {
    await db.schema.alterTable('holder').addColumn('search_hash', 'text').execute();
    await db.schema.createIndex('holder_by_search').on('holder').columns(['search_hash', 'id']).execute();
  },
};
