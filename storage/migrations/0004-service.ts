import { sql } from 'kysely';
import type { AnySchema, Migration } from './migration.ts';

export const service: Migration = {
  name: '0004-service',
  async up(db) {
    await createOutbox(db);
    await indexOutbox(db);
    await createLease(db);
    await createJournal(db);
    await createAlert(db);
    await createDataKey(db);
  },
};

async function createOutbox(db: AnySchema): Promise<void> {
  await db.schema
    .createTable('outbox')
    .addColumn('sequence', 'integer', (column) => column.primaryKey().notNull())
    .addColumn('id', 'text', (column) => column.notNull().unique())
    .addColumn('key', 'text', (column) => column.notNull().unique())
    .addColumn('bot', 'text', (column) => column.notNull().check(sql`bot in ('holder', 'staff')`))
    .addColumn('account_id', 'text', (column) => column.notNull())
    .addColumn('priority', 'integer', (column) => column.notNull())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('message', 'text', (column) => column.notNull())
    .addColumn('status', 'text', (column) =>
      column.notNull().check(sql`status in ('queued', 'sending', 'sent', 'uncertain', 'dead', 'cancelled')`),
    )
    .addColumn('settled', 'integer', (column) => column.notNull().check(sql`settled in (0, 1)`))
    .addColumn('attempts', 'integer', (column) => column.notNull())
    .addColumn('not_before', 'bigint', (column) => column.notNull())
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .addColumn('settled_at', 'bigint')
    .addColumn('message_id', 'bigint')
    .addColumn('error', 'blob')
    .execute();
}

// Most rows are settled; the two partial indexes keep the sender's look at the rest short.
async function indexOutbox(db: AnySchema): Promise<void> {
  const index = (name: string, columns: string[]) =>
    db.schema.createIndex(`outbox_${name}`).on('outbox').columns(columns);
  await index('waiting', ['bot', 'priority', 'created_at', 'sequence']).where(sql.ref('settled'), '=', 0).execute();
  await index('of_chat', ['bot', 'account_id', 'created_at', 'sequence']).where(sql.ref('settled'), '=', 0).execute();
  await index('of_account', ['account_id']).execute();
  await index('by_status', ['bot', 'status']).execute();
}

async function createLease(db: AnySchema): Promise<void> {
  await db.schema
    .createTable('lease')
    .addColumn('name', 'text', (column) => column.primaryKey().notNull())
    .addColumn('owner', 'text', (column) => column.notNull())
    .addColumn('until', 'bigint', (column) => column.notNull())
    .execute();
}

async function createJournal(db: AnySchema): Promise<void> {
  await db.schema
    .createTable('journal')
    .addColumn('sequence', 'integer', (column) => column.primaryKey().notNull())
    .addColumn('at', 'bigint', (column) => column.notNull())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('account_id', 'text')
    .addColumn('holder_id', 'text')
    .addColumn('facts', 'text', (column) => column.notNull())
    .execute();
  await db.schema.createIndex('journal_of_holder').on('journal').columns(['holder_id', 'sequence']).execute();
}

async function createAlert(db: AnySchema): Promise<void> {
  await db.schema
    .createTable('alert')
    .addColumn('key', 'text', (column) => column.primaryKey().notNull())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('at', 'bigint', (column) => column.notNull())
    .addColumn('facts', 'blob', (column) => column.notNull())
    .execute();
}

async function createDataKey(db: AnySchema): Promise<void> {
  await db.schema
    .createTable('data_key')
    .addColumn('fingerprint', 'text', (column) => column.primaryKey().notNull())
    .execute();
}
