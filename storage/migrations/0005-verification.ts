import type { AnySchema, Migration } from './migration.ts';

export const verification: Migration = {
  name: '0005-verification',
  async up(db) {
    await createPlainCopy(db);
    await db.schema.createIndex('journal_of_account').on('journal').columns(['account_id', 'kind', 'at']).execute();
  },
};

async function createPlainCopy(db: AnySchema): Promise<void> {
  await db.schema
    .createTable('plain_copy')
    .addColumn('sha256', 'text', (column) => column.primaryKey().notNull())
    .addColumn('certificate_id', 'text', (column) => column.notNull().references('certificate.id'))
    .addColumn('holder_id', 'text', (column) => column.notNull().references('holder.id'))
    .addColumn('made_at', 'bigint', (column) => column.notNull())
    .execute();
}
