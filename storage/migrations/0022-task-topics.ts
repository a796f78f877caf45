import type { Migration } from './migration.ts';

/** In which forum topic a task was asked for, and so where its answer goes. */
export const taskTopics: Migration = {
  name: '0022-task-topics',
  async up(db) {
    await db.schema.alterTable('staff_task').addColumn('thread_id', 'bigint').execute();
  },
};
