import type { Migration } from './migration.ts';

export const endorsementsOfAccount: Migration = {
  name: '0006-endorsements-of-account',
  async up(db) {
    const index = db.schema.createIndex('endorsement_of_account').on('endorsement');
    await index.columns(['account_id', 'requested_at', 'id']).execute();
  },
};
