import type { LeaseStore } from '../../engine/ports/stores/service-stores.ts';
import type { Instant } from '../../engine/time/instant.ts';
import { happened } from '../rows.ts';
import type { Db } from '../tables.ts';

export class SqlLeaseStore implements LeaseStore {
  readonly #db: Db;

  constructor(db: Db) {
    this.#db = db;
  }

  /** An owner that has the lease acquires it again to keep it. */
  async acquire(name: string, owner: string, now: Instant, until: Instant): Promise<boolean> {
    const result = await this.#db
      .insertInto('lease')
      .values({ name, owner, until })
      .onConflict((conflict) =>
        conflict
          .column('name')
          .doUpdateSet({ owner, until })
          .where((eb) => eb.or([eb('lease.owner', '=', owner), eb('lease.until', '<=', now)])),
      )
      .executeTakeFirst();
    return happened(result);
  }

  async owner(name: string, now: Instant): Promise<string | undefined> {
    const lease = await this.#db
      .selectFrom('lease')
      .select('owner')
      .where('name', '=', name)
      .where('until', '>', now)
      .executeTakeFirst();
    return lease?.owner;
  }

  async release(name: string, owner: string): Promise<void> {
    await this.#db.deleteFrom('lease').where('name', '=', name).where('owner', '=', owner).execute();
  }
}
