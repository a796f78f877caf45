import { sql } from 'kysely';
import type { AnySchema, Migration } from './migration.ts';

export const endorsements: Migration = {
  name: '0003-endorsements',
  async up(db) {
    await createEndorsement(db);
    await indexEndorsement(db);
    await createCopies(db);
    await createJob(db);
  },
};

async function createEndorsement(db: AnySchema): Promise<void> {
  await db.schema
    .createTable('endorsement')
    .addColumn('id', 'text', (column) => column.primaryKey().notNull())
    .addColumn('request_key', 'text', (column) => column.notNull().unique())
    .addColumn('number', 'text', (column) => column.notNull().unique())
    .addColumn('verification_code', 'text', (column) => column.notNull().unique())
    .addColumn('certificate_id', 'text', (column) => column.notNull().references('certificate.id'))
    .addColumn('holder_id', 'text', (column) => column.notNull().references('holder.id'))
    .addColumn('account_id', 'text', (column) => column.notNull().references('account.id'))
    .addColumn('scenario', 'text', (column) => column.notNull())
    .addColumn('days', 'integer', (column) => column.notNull().check(sql`days >= 1`))
    .addColumn('asked_on', 'text', (column) => column.notNull())
    .addColumn('last_day', 'text', (column) => column.notNull())
    .addColumn('requested_at', 'bigint', (column) => column.notNull())
    .addColumn('status', 'text', (column) =>
      column.notNull().check(sql`status in ('requested', 'generating', 'valid', 'expired', 'failed', 'revoked')`),
    )
    .addColumn('generated_at', 'bigint')
    .addColumn('ended_at', 'bigint')
    .addColumn('ended_because', 'text')
    .addColumn('sha256', 'text')
    .addColumn('progress_message_id', 'bigint')
    .addColumn('overdue_told_at', 'bigint')
    .addCheckConstraint('endorsement_days', sql`asked_on <= last_day`)
    .execute();
}

async function indexEndorsement(db: AnySchema): Promise<void> {
  const index = (name: string, columns: string[]) =>
    db.schema.createIndex(`endorsement_${name}`).on('endorsement').columns(columns);
  await index('of_certificate', ['certificate_id', 'asked_on']).execute();
  await index('of_holder', ['holder_id', 'requested_at']).execute();
  await index('by_sha256', ['sha256']).where(sql.ref('sha256'), 'is not', null).execute();
  await index('by_end', ['last_day', 'id']).where(sql.ref('status'), '=', 'valid').execute();
  await index('unfinished', ['requested_at']).where(sql.ref('status'), 'in', ['requested', 'generating']).execute();
}

async function createCopies(db: AnySchema): Promise<void> {
  await db.schema
    .createTable('endorsed_copy')
    .addColumn('endorsement_id', 'text', (column) => column.primaryKey().notNull().references('endorsement.id'))
    .addColumn('bytes', 'blob', (column) => column.notNull())
    .execute();
  await db.schema
    .createTable('uploaded_copy')
    .addColumn('endorsement_id', 'text', (column) => column.notNull().references('endorsement.id'))
    .addColumn('bot', 'text', (column) => column.notNull())
    .addColumn('file_id', 'blob', (column) => column.notNull())
    .addPrimaryKeyConstraint('uploaded_copy_once', ['endorsement_id', 'bot'])
    .execute();
}

async function createJob(db: AnySchema): Promise<void> {
  await db.schema
    .createTable('job')
    .addColumn('id', 'text', (column) => column.primaryKey().notNull())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('endorsement_id', 'text', (column) => column.notNull())
    .addColumn('attempts', 'integer', (column) => column.notNull())
    .addColumn('waiting_since', 'bigint', (column) => column.notNull())
    .addColumn('run_at', 'bigint', (column) => column.notNull())
    .addColumn('lease_until', 'bigint')
    .addColumn('finished', 'integer', (column) => column.notNull().check(sql`finished in (0, 1)`))
    .execute();
  await db.schema
    .createIndex('job_unfinished')
    .on('job')
    .columns(['run_at', 'id'])
    .where(sql.ref('finished'), '=', 0)
    .execute();
}
