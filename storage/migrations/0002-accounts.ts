import { sql } from 'kysely';
import type { AnySchema, Migration } from './migration.ts';

export const accounts: Migration = {
  name: '0002-accounts',
  async up(db) {
    await createAccount(db);
    await createLink(db);
    await createLinkCode(db);
    await createNotices(db);
    await createDialog(db);
    await createBotUpdate(db);
  },
};

async function createAccount(db: AnySchema): Promise<void> {
  await db.schema
    .createTable('account')
    .addColumn('id', 'text', (column) => column.primaryKey().notNull())
    .addColumn('user_id', 'bigint', (column) => column.unique())
    .addColumn('language', 'text', (column) => column.notNull())
    .addColumn('language_chosen', 'integer', (column) => column.notNull().check(sql`language_chosen in (0, 1)`))
    .addColumn('reminders_muted', 'integer', (column) => column.notNull().check(sql`reminders_muted in (0, 1)`))
    .addColumn('blocked_at', 'bigint')
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .addColumn('failures', 'integer', (column) => column.notNull().defaultTo(0))
    .addColumn('last_failure_at', 'bigint')
    .addColumn('locked_until', 'bigint')
    .execute();
}

async function createLink(db: AnySchema): Promise<void> {
  await db.schema
    .createTable('link')
    .addColumn('id', 'text', (column) => column.primaryKey().notNull())
    .addColumn('account_id', 'text', (column) => column.notNull().references('account.id'))
    .addColumn('holder_id', 'text', (column) => column.notNull().references('holder.id'))
    .addColumn('proof', 'text', (column) => column.notNull().check(sql`proof in ('contact', 'code')`))
    .addColumn('linked_at', 'bigint', (column) => column.notNull())
    .addColumn('ended_at', 'bigint')
    .addColumn('ended_because', 'text', (column) =>
      column.check(sql`ended_because in ('moved', 'by-holder', 'by-staff', 'erased')`),
    )
    .addCheckConstraint('link_end', sql`(ended_at is null) = (ended_because is null)`)
    .execute();
  for (const end of ['account', 'holder']) {
    await db.schema
      .createIndex(`link_active_of_${end}`)
      .unique()
      .on('link')
      .column(`${end}_id`)
      .where(sql.ref('ended_at'), 'is', null)
      .execute();
  }
}

async function createLinkCode(db: AnySchema): Promise<void> {
  await db.schema
    .createTable('link_code')
    .addColumn('code_hash', 'text', (column) => column.primaryKey().notNull())
    .addColumn('holder_id', 'text', (column) => column.notNull().references('holder.id'))
    .addColumn('expires_at', 'bigint', (column) => column.notNull())
    .addColumn('used_at', 'bigint')
    .addColumn('used_by', 'text')
    .execute();
  await db.schema
    .createIndex('link_code_unused_of_holder')
    .unique()
    .on('link_code')
    .column('holder_id')
    .where(sql.ref('used_at'), 'is', null)
    .execute();
}

async function createNotices(db: AnySchema): Promise<void> {
  await db.schema
    .createTable('service_notice')
    .addColumn('version', 'text', (column) => column.primaryKey().notNull())
    .addColumn('texts', 'text', (column) => column.notNull())
    .addColumn('published_at', 'bigint', (column) => column.notNull())
    .execute();
  await db.schema
    .createTable('agreement')
    .addColumn('sequence', 'integer', (column) => column.primaryKey().notNull())
    .addColumn('holder_id', 'text', (column) => column.notNull().references('holder.id'))
    .addColumn('account_id', 'text', (column) => column.notNull().references('account.id'))
    .addColumn('version', 'text', (column) => column.notNull().references('service_notice.version'))
    .addColumn('language', 'text', (column) => column.notNull())
    .addColumn('text_hash', 'text', (column) => column.notNull())
    .addColumn('agreed_at', 'bigint', (column) => column.notNull())
    .addColumn('channel', 'text', (column) => column.notNull())
    .execute();
  await db.schema.createIndex('agreement_of_holder').on('agreement').columns(['holder_id', 'sequence']).execute();
}

async function createDialog(db: AnySchema): Promise<void> {
  await db.schema
    .createTable('dialog')
    .addColumn('account_id', 'text', (column) => column.primaryKey().notNull().references('account.id'))
    .addColumn('version', 'integer', (column) => column.notNull())
    .addColumn('flow', 'text')
    .addColumn('step', 'text')
    .addColumn('data', 'blob')
    .addColumn('expires_at', 'bigint')
    .execute();
}

async function createBotUpdate(db: AnySchema): Promise<void> {
  await db.schema
    .createTable('bot_update')
    .addColumn('bot', 'text', (column) => column.notNull())
    .addColumn('update_id', 'bigint', (column) => column.notNull())
    .addColumn('reply', 'blob')
    .addColumn('noted_at', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('bot_update_once', ['bot', 'update_id'])
    .execute();
  await db.schema.createIndex('bot_update_by_age').on('bot_update').column('noted_at').execute();
}
