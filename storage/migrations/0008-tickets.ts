import { sql } from 'kysely';
import type { AnySchema, Migration } from './migration.ts';

export const tickets: Migration = {
  name: '0008-tickets',
  async up(db) {
    await createTicket(db);
    await createEntry(db);
    // What somebody replies to.
    await db.schema
      .createIndex('outbox_sent')
      .on('outbox')
      .columns(['bot', 'account_id', 'message_id'])
      .where(sql.ref('message_id'), 'is not', null)
      .execute();
    await db.schema
      .createTable('canned_answer')
      .addColumn('id', 'text', (column) => column.primaryKey().notNull())
      .addColumn('answer', 'blob', (column) => column.notNull())
      .addColumn('changed_at', 'bigint', (column) => column.notNull())
      .execute();
  },
};

async function createTicket(db: AnySchema): Promise<void> {
  await db.schema
    .createTable('ticket')
    .addColumn('id', 'text', (column) => column.primaryKey().notNull())
    .addColumn('number', 'integer', (column) => column.notNull().unique())
    .addColumn('account_id', 'text', (column) => column.notNull().references('account.id'))
    .addColumn('holder_id', 'text', (column) => column.references('holder.id'))
    .addColumn('status', 'text', (column) => column.notNull().check(sql`status in ('open', 'closed')`))
    .addColumn('claimed_by', 'text')
    .addColumn('version', 'integer', (column) => column.notNull())
    .addColumn('topic_chat_id', 'bigint')
    .addColumn('topic_thread_id', 'bigint')
    .addColumn('topic_tries', 'integer', (column) => column.notNull())
    .addColumn('opened_at', 'bigint', (column) => column.notNull())
    .addColumn('waiting_since', 'bigint')
    .addColumn('closed_at', 'bigint')
    .addColumn('closed_because', 'text', (column) =>
      column.check(sql`closed_because in ('by-holder', 'by-staff', 'erased')`),
    )
    .addCheckConstraint('ticket_end', sql`(status = 'closed') = (closed_because is not null)`)
    .addCheckConstraint('ticket_topic', sql`(topic_chat_id is null) = (topic_thread_id is null)`)
    .execute();
  await db.schema.createIndex('ticket_of_account').on('ticket').columns(['account_id', 'number']).execute();
  await db.schema
    .createIndex('ticket_open')
    .on('ticket')
    .columns(['opened_at', 'number'])
    .where(sql.ref('status'), '=', sql.lit('open'))
    .execute();
  // A topic leads to one ticket, whatever happens.
  await db.schema
    .createIndex('ticket_of_topic')
    .unique()
    .on('ticket')
    .columns(['topic_chat_id', 'topic_thread_id'])
    .where(sql.ref('topic_chat_id'), 'is not', null)
    .execute();
}

async function createEntry(db: AnySchema): Promise<void> {
  await db.schema
    .createTable('ticket_entry')
    .addColumn('ticket_id', 'text', (column) => column.notNull().references('ticket.id'))
    .addColumn('sequence', 'integer', (column) => column.notNull())
    .addColumn('account_id', 'text', (column) => column.notNull().references('account.id'))
    .addColumn('source', 'text', (column) => column.notNull().check(sql`source in ('holder', 'staff', 'system')`))
    .addColumn('member_id', 'text')
    .addColumn('content', 'blob', (column) => column.notNull())
    .addColumn('at', 'bigint', (column) => column.notNull())
    .addColumn('said_chat_id', 'bigint')
    .addColumn('said_message_id', 'bigint')
    .addColumn('delivery', 'text', (column) =>
      column.check(sql`delivery in ('waiting', 'delivered', 'uncertain', 'blocked', 'gone', 'moved', 'failed')`),
    )
    .addColumn('settled_at', 'bigint')
    .addPrimaryKeyConstraint('ticket_entry_once', ['ticket_id', 'sequence'])
    .execute();
  await db.schema
    .createIndex('ticket_entry_of_account')
    .on('ticket_entry')
    .columns(['account_id', 'source', 'at'])
    .execute();
}
