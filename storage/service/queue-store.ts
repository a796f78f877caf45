import { type Selectable, sql } from 'kysely';
import { outboxKey } from '../../engine/outbox/enqueue.ts';
import type { OutboxItem } from '../../engine/outbox/outbox-item.ts';
import type { QueueStore, Underway } from '../../engine/ports/stores/queue-store.ts';
import type { Instant } from '../../engine/time/instant.ts';
import { endorsementFromRow } from '../endorsement/endorsement-row.ts';
import { happened, NO, pastPrefix } from '../rows.ts';
import type { Db, EndorsementRow } from '../tables.ts';
import { outboxItemFromRow } from './outbox-row.ts';

// Written into the statement, because a bound parameter keeps SQLite from using a partial index.
const UNFINISHED = sql<boolean>`endorsement.status in ('requested', 'generating')`;

type UnderwayRow = Selectable<EndorsementRow> & {
  attempts: number | null;
  run_at: Instant | null;
  lease_until: Instant | null;
  because: string | null;
};

export class SqlQueueStore implements QueueStore {
  readonly #db: Db;

  constructor(db: Db) {
    this.#db = db;
  }

  async countUnderway(now: Instant): Promise<{ inTime: number; overdue: number }> {
    const { all, overdue } = await this.#db
      .selectFrom('endorsement')
      .select(({ fn }) => [
        fn.countAll<number>().as('all'),
        fn.coalesce(sql<number>`sum(case when promised_by < ${now} then 1 else 0 end)`, sql.lit(0)).as('overdue'),
      ])
      .where(UNFINISHED)
      .executeTakeFirstOrThrow();
    return { inTime: all - overdue, overdue };
  }

  async underway(
    which: 'in-time' | 'overdue',
    now: Instant,
    { offset, limit }: { offset: number; limit: number },
  ): Promise<Underway[]> {
    const all = this.#underway();
    const some = all.where('promised_by', which === 'in-time' ? '>=' : '<', now);
    const rows = await some.orderBy('promised_by').orderBy('endorsement.id').offset(offset).limit(limit).execute();
    return rows.map(fromRow);
  }

  async underwayOf(endorsementId: string): Promise<Underway | undefined> {
    const row = await this.#underway().where('endorsement.id', '=', endorsementId).executeTakeFirst();
    return row && fromRow(row);
  }

  async uncertainCopies(limit: number): Promise<OutboxItem[]> {
    const rows = await this.#uncertain().orderBy('created_at').orderBy('sequence').limit(limit).execute();
    return rows.map(outboxItemFromRow);
  }

  async uncertainCopiesOf(endorsementId: string): Promise<OutboxItem[]> {
    const prefix = outboxKey.copies(endorsementId);
    const rows = await this.#uncertain().where('key', '>=', prefix).where('key', '<', pastPrefix(prefix)).execute();
    return rows.map(outboxItemFromRow);
  }

  hurryCopy(itemId: string, now: Instant): Promise<boolean> {
    return this.#changeUncertain(itemId, { not_before: now });
  }

  giveCopyUp(itemId: string, now: Instant): Promise<boolean> {
    return this.#changeUncertain(itemId, { status: 'dead', settled: 1, settled_at: now });
  }

  #uncertain() {
    return this.#db
      .selectFrom('outbox')
      .selectAll()
      .where('bot', '=', 'holder')
      .where('status', '=', 'uncertain')
      .where('settled', '=', NO)
      .where('kind', 'in', ['copy', 'plain-copy'])
      .$narrowType<{ status: 'uncertain' }>();
  }

  // An endorsement that was tried again after it had failed has had several jobs, one of them unfinished.
  #underway() {
    return this.#db
      .selectFrom('endorsement')
      .leftJoin('job', (join) => join.onRef('job.endorsement_id', '=', 'endorsement.id').on('job.finished', '=', NO))
      .selectAll('endorsement')
      .select(['job.attempts', 'job.run_at', 'job.lease_until', 'job.because'])
      .where(UNFINISHED);
  }

  async #changeUncertain(
    itemId: string,
    change: { not_before: Instant } | { status: 'dead'; settled: 1; settled_at: Instant },
  ): Promise<boolean> {
    const result = await this.#db
      .updateTable('outbox')
      .set(change)
      .where('id', '=', itemId)
      .where('status', '=', 'uncertain')
      .where('settled', '=', NO)
      .executeTakeFirst();
    return happened(result);
  }
}

function fromRow(row: UnderwayRow): Underway {
  return {
    endorsement: endorsementFromRow(row),
    attempts: row.attempts ?? 0,
    nextAttemptAt: row.lease_until === null ? row.run_at : null,
    because: row.because,
  };
}
