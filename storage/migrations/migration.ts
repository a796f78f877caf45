import type { Kysely } from 'kysely';

/** A database of whose tables nothing is known: they change from step to step, today's types would lie. */
export type AnySchema = Kysely<object>;

/**
 * One step of the schema. What has been released is never edited: it says what databases look like,
 * so it names statuses literally instead of importing today's.
 */
export interface Migration {
  name: string;
  up(db: AnySchema): Promise<void>;
}
