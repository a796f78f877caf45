import { sql } from 'kysely';
import type { Migration } from './migration.ts';

/**
 * Openings of a topic that were certainly refused used to count as if their answer had been lost, and for such a
 * ticket every word in the group's own topics was answered. Which were and which were truly lost is not known any more;
 * of the lost ones the topic that stayed says nothing.
 */
export const topicTries: Migration = {
  name: '0028-topic-tries',
  async up(db) {
    await sql`update ticket set topic_tries = 1 where topic_tries > 1 and topic_thread_id is not null`.execute(db);
  },
};
