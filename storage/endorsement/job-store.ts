import type { Job, JobStore } from '../../engine/ports/stores/endorsement-stores.ts';
import type { Instant } from '../../engine/time/instant.ts';
import { happened, NO } from '../rows.ts';
import type { Db, Flag } from '../tables.ts';

export class SqlJobStore implements JobStore {
  readonly #db: Db;

  constructor(db: Db) {
    this.#db = db;
  }

  /** A finished job's row stays, so that the same id is one job for good. */
  async enqueue(job: Pick<Job, 'id' | 'kind' | 'endorsementId'>, runAt: Instant): Promise<void> {
    await this.#db
      .insertInto('job')
      .values({
        id: job.id,
        kind: job.kind,
        endorsement_id: job.endorsementId,
        attempts: 0,
        waiting_since: runAt,
        run_at: runAt,
        lease_until: null,
        finished: 0,
        because: null,
      })
      .onConflict((conflict) => conflict.column('id').doNothing())
      .execute();
  }

  async claim(now: Instant, leaseUntil: Instant): Promise<Job | undefined> {
    const row = await this.#db
      .selectFrom('job')
      .select(['id', 'kind', 'endorsement_id', 'attempts'])
      .where('finished', '=', NO)
      .where('run_at', '<=', now)
      .where((eb) => eb.or([eb('lease_until', 'is', null), eb('lease_until', '<=', now)]))
      .orderBy('run_at')
      .orderBy('id')
      .limit(1)
      .executeTakeFirst();
    if (!row) return undefined;
    const job: Job = { id: row.id, kind: row.kind, endorsementId: row.endorsement_id, attempts: row.attempts + 1 };
    const taken = await this.#db
      .updateTable('job')
      .set({ lease_until: leaseUntil, attempts: job.attempts })
      .where('id', '=', row.id)
      .where('attempts', '=', row.attempts)
      .executeTakeFirst();
    return happened(taken) ? job : undefined;
  }

  finish(job: Job): Promise<boolean> {
    return this.#giveBack(job, { finished: 1 });
  }

  retry(job: Job, runAt: Instant, because?: string): Promise<boolean> {
    return this.#giveBack(job, { run_at: runAt, because: because ?? null });
  }

  async hurry(endorsementId: string, now: Instant): Promise<boolean> {
    const result = await this.#db
      .updateTable('job')
      .set({ run_at: now })
      .where('endorsement_id', '=', endorsementId)
      .where('finished', '=', NO)
      .where('lease_until', 'is', null)
      .where('run_at', '>', now)
      .executeTakeFirst();
    return happened(result);
  }

  async recover(): Promise<number> {
    const result = await this.#db
      .updateTable('job')
      .set({ lease_until: null })
      .where('finished', '=', NO)
      .where('lease_until', 'is not', null)
      .executeTakeFirst();
    return Number(result.numUpdatedRows);
  }

  async backlog(): Promise<{ count: number; oldest: Instant | null }> {
    return this.#db
      .selectFrom('job')
      .select(({ fn }) => [fn.countAll<number>().as('count'), fn.min<Instant | null>('waiting_since').as('oldest')])
      .where('finished', '=', NO)
      .executeTakeFirstOrThrow();
  }

  async #giveBack(job: Job, change: { finished?: Flag; run_at?: Instant; because?: string | null }): Promise<boolean> {
    const result = await this.#db
      .updateTable('job')
      .set({ ...change, lease_until: null })
      .where('id', '=', job.id)
      .where('attempts', '=', job.attempts)
      .where('lease_until', 'is not', null)
      .executeTakeFirst();
    return happened(result);
  }
}
