import { sql } from 'kysely';
import type { AnySchema, Migration } from './migration.ts';

export const registry: Migration = {
  name: '0001-registry',
  async up(db) {
    await createHolder(db);
    await createCertificate(db);
    await createRegistryImport(db);
  },
};

async function createHolder(db: AnySchema): Promise<void> {
  await db.schema
    .createTable('holder')
    .addColumn('id', 'text', (column) => column.primaryKey().notNull())
    .addColumn('document_hash', 'text', (column) => column.notNull().unique())
    .addColumn('person', 'blob', (column) => column.notNull())
    .addColumn('failures', 'integer', (column) => column.notNull().defaultTo(0))
    .addColumn('last_failure_at', 'bigint')
    .addColumn('locked_until', 'bigint')
    .execute();
}

async function createCertificate(db: AnySchema): Promise<void> {
  await db.schema
    .createTable('certificate')
    .addColumn('id', 'text', (column) => column.primaryKey().notNull())
    .addColumn('holder_id', 'text', (column) => column.notNull().references('holder.id'))
    .addColumn('qualification', 'text', (column) => column.notNull())
    .addColumn('level', 'text')
    .addColumn('speciality', 'text')
    .addColumn('management_number', 'text', (column) => column.notNull().unique())
    .addColumn('approved_on', 'text', (column) => column.notNull())
    .addColumn('issued_on', 'text', (column) => column.notNull())
    .addColumn('issuer', 'text', (column) => column.notNull())
    .addColumn('status', 'text', (column) => column.notNull().check(sql`status in ('valid', 'withdrawn')`))
    .execute();
  await db.schema.createIndex('certificate_of_holder').on('certificate').column('holder_id').execute();
}

async function createRegistryImport(db: AnySchema): Promise<void> {
  await db.schema
    .createTable('registry_import')
    .addColumn('id', 'text', (column) => column.primaryKey().notNull())
    .addColumn('at', 'bigint', (column) => column.notNull())
    .addColumn('file_hash', 'text', (column) => column.notNull())
    .addColumn('added', 'integer', (column) => column.notNull())
    .addColumn('changed', 'integer', (column) => column.notNull())
    .addColumn('withdrawn', 'integer', (column) => column.notNull())
    .execute();
  await db.schema.createIndex('registry_import_by_age').on('registry_import').columns(['at', 'id']).execute();
}
