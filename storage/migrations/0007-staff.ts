import { type CreateTableBuilder, sql } from 'kysely';
import type { AnySchema, Migration } from './migration.ts';

export const staff: Migration = {
  name: '0007-staff',
  async up(db) {
    await createMember(db);
    await createInvitation(db);
    await createAudit(db);
    await createDialog(db);
    await createProposal(db);
    await createTask(db);
    await createFile(db);
    await createSmallTables(db);
  },
};

async function createMember(db: AnySchema): Promise<void> {
  await withRole(db.schema.createTable('staff_member'))
    .addColumn('id', 'text', (column) => column.primaryKey().notNull())
    .addColumn('user_id', 'bigint', (column) => column.notNull())
    .addColumn('name', 'blob', (column) => column.notNull())
    .addColumn('status', 'text', (column) => column.notNull().check(sql`status in ('active', 'suspended', 'removed')`))
    .addColumn('language', 'text', (column) => column.notNull())
    .addColumn('joined_at', 'bigint', (column) => column.notNull())
    .execute();
  await db.schema
    .createIndex('staff_member_of_user')
    .unique()
    .on('staff_member')
    .column('user_id')
    .where(sql.ref('status'), '!=', 'removed')
    .execute();
}

async function createInvitation(db: AnySchema): Promise<void> {
  await withRole(db.schema.createTable('staff_invitation'))
    .addColumn('code_hash', 'text', (column) => column.primaryKey().notNull())
    .addColumn('invited_by', 'text', (column) => column.references('staff_member.id'))
    .addColumn('expires_at', 'bigint', (column) => column.notNull())
    .addColumn('used_at', 'bigint')
    .addColumn('used_by', 'bigint')
    .execute();
}

function withRole<Name extends string>(table: CreateTableBuilder<Name>): CreateTableBuilder<Name, 'role'> {
  return table.addColumn('role', 'text', (column) =>
    column.notNull().check(sql`role in ('agent', 'supervisor', 'admin')`),
  );
}

// Nothing refers to other tables: what was done stays when the rest of the world goes.
async function createAudit(db: AnySchema): Promise<void> {
  await db.schema
    .createTable('staff_audit')
    .addColumn('sequence', 'integer', (column) => column.primaryKey().notNull())
    .addColumn('at', 'bigint', (column) => column.notNull())
    .addColumn('member_id', 'text')
    .addColumn('role', 'text')
    .addColumn('capability', 'text', (column) => column.notNull())
    .addColumn('action', 'text', (column) => column.notNull())
    .addColumn('holder_id', 'text')
    .addColumn('about', 'text')
    .addColumn('reason', 'blob')
    .addColumn('refusal', 'text')
    .addColumn('facts', 'text', (column) => column.notNull())
    .addColumn('hash', 'text', (column) => column.notNull())
    .execute();
  for (const column of ['member_id', 'holder_id', 'about', 'capability']) {
    await db.schema.createIndex(`staff_audit_by_${column}`).on('staff_audit').columns([column, 'sequence']).execute();
  }
  await db.schema.createIndex('staff_audit_by_time').on('staff_audit').column('at').execute();
  const refused = db.schema.createIndex('staff_audit_refused').on('staff_audit').column('sequence');
  await refused.where(sql.ref('refusal'), 'is not', null).execute();
  await createAuditHead(db);
}

async function createAuditHead(db: AnySchema): Promise<void> {
  await db.schema
    .createTable('staff_audit_head')
    .addColumn('id', 'integer', (column) =>
      column
        .primaryKey()
        .notNull()
        .check(sql`id = 1`),
    )
    .addColumn('rows', 'integer', (column) => column.notNull())
    .addColumn('hash', 'text')
    .addColumn('seal', 'text')
    .execute();
  await sql`insert into staff_audit_head (id, "rows") values (1, 0)`.execute(db);
}

async function createDialog(db: AnySchema): Promise<void> {
  await db.schema
    .createTable('staff_dialog')
    .addColumn('account_id', 'text', (column) => column.primaryKey().notNull().references('staff_member.id'))
    .addColumn('version', 'integer', (column) => column.notNull())
    .addColumn('flow', 'text')
    .addColumn('step', 'text')
    .addColumn('data', 'blob')
    .addColumn('expires_at', 'bigint')
    .execute();
}

async function createProposal(db: AnySchema): Promise<void> {
  await db.schema
    .createTable('staff_proposal')
    .addColumn('id', 'text', (column) => column.primaryKey().notNull())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('asked_by', 'text', (column) => column.notNull().references('staff_member.id'))
    .addColumn('asked_at', 'bigint', (column) => column.notNull())
    .addColumn('reason', 'blob', (column) => column.notNull())
    .addColumn('payload', 'blob', (column) => column.notNull())
    .addColumn('expires_at', 'bigint', (column) => column.notNull())
    .addColumn('decision', 'text', (column) => column.check(sql`decision in ('confirmed', 'declined', 'taken-back')`))
    .addColumn('decided_by', 'text', (column) => column.references('staff_member.id'))
    .addColumn('decided_at', 'bigint')
    .addCheckConstraint(
      'staff_proposal_decision',
      sql`(decision is null) = (decided_by is null) and (decision is null) = (decided_at is null)`,
    )
    .execute();
  await db.schema
    .createIndex('staff_proposal_open')
    .on('staff_proposal')
    .columns(['asked_at', 'id'])
    .where(sql.ref('decision'), 'is', null)
    .execute();
}

async function createTask(db: AnySchema): Promise<void> {
  await db.schema
    .createTable('staff_task')
    .addColumn('id', 'text', (column) => column.primaryKey().notNull())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('member_id', 'text', (column) => column.notNull().references('staff_member.id'))
    .addColumn('chat_id', 'bigint', (column) => column.notNull())
    .addColumn('payload', 'blob')
    .addColumn('attempts', 'integer', (column) => column.notNull())
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .addColumn('lease_until', 'bigint')
    .addColumn('finished', 'integer', (column) => column.notNull().check(sql`finished in (0, 1)`))
    .execute();
  await db.schema
    .createIndex('staff_task_unfinished')
    .on('staff_task')
    .columns(['created_at', 'id'])
    .where(sql.ref('finished'), '=', 0)
    .execute();
}

async function createFile(db: AnySchema): Promise<void> {
  await db.schema
    .createTable('staff_file')
    .addColumn('id', 'text', (column) => column.primaryKey().notNull())
    .addColumn('name', 'blob', (column) => column.notNull())
    .addColumn('bytes', 'blob', (column) => column.notNull())
    .addColumn('expires_at', 'bigint', (column) => column.notNull())
    .execute();
  await db.schema.createIndex('staff_file_by_expiry').on('staff_file').column('expires_at').execute();
}

async function createSmallTables(db: AnySchema): Promise<void> {
  await db.schema
    .createTable('staff_setting')
    .addColumn('name', 'text', (column) => column.primaryKey().notNull())
    .addColumn('value', 'text', (column) => column.notNull())
    .execute();
  await db.schema
    .createTable('staff_deletion')
    .addColumn('chat_id', 'bigint', (column) => column.notNull())
    .addColumn('message_id', 'bigint', (column) => column.notNull())
    .addColumn('at', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('staff_deletion_once', ['chat_id', 'message_id'])
    .execute();
  await db.schema.createIndex('staff_deletion_by_time').on('staff_deletion').column('at').execute();
}
