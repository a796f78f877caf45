import { type RawBuilder, sql } from 'kysely';
import {
  DELIVERY_STEPS,
  type DeliveryCount,
  type QuarterCount,
  type StatisticsStore,
  type TimedEvent,
  type VerificationDoor,
} from '../../engine/ports/stores/statistics-store.ts';
import type { CivilDate } from '../../engine/time/civil-date.ts';
import { type Instant, instant } from '../../engine/time/instant.ts';
import type { Db } from '../tables.ts';
import { eventsOf } from './timed-events.ts';

const QUARTER_MS = 900_000;
const NONE = '';

export class SqlStatisticsStore implements StatisticsStore {
  readonly #db: Db;

  constructor(db: Db) {
    this.#db = db;
  }

  async addRefusal(day: CivilDate, of: 'request' | 'link', reason: string): Promise<void> {
    await this.#db
      .insertInto('refusal_count')
      .values({ day, of, reason, count: 1 })
      .onConflict((conflict) =>
        conflict
          .columns(['day', 'of', 'reason'])
          .doUpdateSet(({ ref }) => ({ count: sql<number>`${ref('refusal_count.count')} + 1` })),
      )
      .execute();
  }

  async addVerification(
    day: CivilDate,
    { door, result, endorsementId }: { door: VerificationDoor; result: string; endorsementId: string | null },
    times = 1,
  ): Promise<void> {
    await this.#db
      .insertInto('verification_count')
      .values({ endorsement_id: endorsementId ?? NONE, day, door, result, count: times })
      .onConflict((conflict) =>
        conflict
          .columns(['endorsement_id', 'day', 'door', 'result'])
          .doUpdateSet(({ ref }) => ({ count: sql<number>`${ref('verification_count.count')} + ${times}` })),
      )
      .execute();
  }

  refusals(from: CivilDate, to: CivilDate) {
    return this.#db
      .selectFrom('refusal_count')
      .selectAll()
      .where('day', '>=', from)
      .where('day', '<=', to)
      .orderBy('day')
      .orderBy('of')
      .orderBy('reason')
      .execute();
  }

  verifications(from: CivilDate, to: CivilDate) {
    return this.#db
      .selectFrom('verification_count')
      .select(({ fn }) => ['day', 'door', 'result', fn.sum<number>('count').as('count')])
      .where('day', '>=', from)
      .where('day', '<=', to)
      .groupBy(['day', 'door', 'result'])
      .orderBy('day')
      .orderBy('door')
      .orderBy('result')
      .execute();
  }

  async verificationsOf(endorsementId: string): Promise<number> {
    const { count } = await this.#db
      .selectFrom('verification_count')
      .select(({ fn }) => fn.coalesce(fn.sum<number>('count'), sql.lit(0)).as('count'))
      .where('endorsement_id', '=', endorsementId)
      .executeTakeFirstOrThrow();
    return count;
  }

  verificationDays(endorsementId: string) {
    return this.#db
      .selectFrom('verification_count')
      .select(['day', 'door', 'result', 'count'])
      .where('endorsement_id', '=', endorsementId)
      .orderBy('day')
      .orderBy('door')
      .orderBy('result')
      .execute();
  }

  async detachVerifications(endorsementId: string): Promise<void> {
    for (const { day, door, result, count } of await this.verificationDays(endorsementId)) {
      await this.addVerification(day, { door, result, endorsementId: null }, count);
    }
    await this.#db.deleteFrom('verification_count').where('endorsement_id', '=', endorsementId).execute();
  }

  async perQuarter(event: TimedEvent, from: Instant, to: Instant): Promise<QuarterCount[]> {
    const rows = await this.#db
      .selectFrom(eventsOf(this.#db, event, from, to).as('event'))
      // Not `at` again: what is grouped by a name is grouped by the column of that name, if there is one.
      .select(({ fn, ref }) => [quarterOf(ref('event.at')).as('quarter'), fn.countAll<number>().as('count')])
      .groupBy('quarter')
      .orderBy('quarter')
      .execute();
    return rows.map(({ quarter, count }) => ({ at: instant(quarter * QUARTER_MS), count }));
  }

  async deliveries(from: Instant, to: Instant): Promise<DeliveryCount[]> {
    const rows = await this.#db
      .selectFrom('endorsement')
      .innerJoin('outbox', (join) =>
        join.on('outbox.key', '=', sql<string>`'copy:' || endorsement.id || ':first'`).on('outbox.status', '=', 'sent'),
      )
      .select(({ fn, ref }) => [
        quarterOf(ref('endorsement.requested_at')).as('quarter'),
        stepOf(sql`outbox.settled_at - endorsement.requested_at`).as('seconds'),
        fn.countAll<number>().as('count'),
      ])
      .where('endorsement.requested_at', '>=', from)
      .where('endorsement.requested_at', '<', to)
      .groupBy(['quarter', 'seconds'])
      .orderBy('quarter')
      .orderBy('seconds')
      .execute();
    return rows.map(({ quarter, seconds, count }) => ({ at: instant(quarter * QUARTER_MS), seconds, count }));
  }

  async linkedBefore(before: Instant): Promise<number> {
    const { count } = await this.#db
      .selectFrom('link')
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .where('linked_at', '<', before)
      .where((eb) => eb.or([eb('ended_at', 'is', null), eb('ended_at', '>=', before)]))
      .executeTakeFirstOrThrow();
    return count;
  }
}

function quarterOf(at: unknown): RawBuilder<number> {
  return sql<number>`(${at}) / ${sql.lit(QUARTER_MS)}`;
}

/** The step that so many milliseconds fall into. */
function stepOf(ms: RawBuilder<unknown>): RawBuilder<number> {
  const cases = DELIVERY_STEPS.map((seconds) => sql`when ${ms} <= ${sql.lit(1000 * seconds)} then ${sql.lit(seconds)}`);
  const longest = sql.lit(DELIVERY_STEPS.at(-1) ?? 0);
  return sql<number>`case ${sql.join(cases, sql` `)} else ${longest} end`;
}
