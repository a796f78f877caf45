import { sql } from 'kysely';
import type { Migration } from './migration.ts';

export const policy: Migration = {
  name: '0010-policy',
  async up(db) {
    await db.schema
      .createTable('policy_change')
      .addColumn('sequence', 'integer', (column) => column.primaryKey().notNull())
      .addColumn('id', 'text', (column) => column.notNull().unique())
      .addColumn('path', 'text', (column) => column.notNull())
      .addColumn('value', 'text', (column) => column.notNull())
      .addColumn('effective_from', 'text', (column) => column.notNull())
      .addColumn('changed_by', 'text', (column) => column.notNull().references('staff_member.id'))
      .addColumn('reason', 'blob', (column) => column.notNull())
      .addColumn('changed_at', 'bigint', (column) => column.notNull())
      .addColumn('taken_back_by', 'text', (column) => column.references('staff_member.id'))
      .addColumn('taken_back_at', 'bigint')
      .addCheckConstraint('policy_change_end', sql`(taken_back_by is null) = (taken_back_at is null)`)
      .execute();
  },
};
