import type { Alert, AlertStore } from '../../engine/ports/service-stores.ts';
import { fromJson, happened } from '../rows.ts';
import type { Db } from '../tables.ts';

export class SqlAlertStore implements AlertStore {
  readonly #db: Db;

  constructor(db: Db) {
    this.#db = db;
  }

  async raise(alert: Alert): Promise<boolean> {
    const result = await this.#db
      .insertInto('alert')
      .values({ ...alert, facts: JSON.stringify(alert.facts) })
      .onConflict((conflict) => conflict.column('key').doNothing())
      .executeTakeFirst();
    return happened(result);
  }

  /** Oldest first. */
  async open(): Promise<Alert[]> {
    const rows = await this.#db.selectFrom('alert').selectAll().orderBy('at').orderBy('key').execute();
    return rows.map((row) => ({ ...row, facts: fromJson<Alert['facts']>(row.facts) }));
  }

  async clear(key: string): Promise<boolean> {
    const { numDeletedRows } = await this.#db.deleteFrom('alert').where('key', '=', key).executeTakeFirstOrThrow();
    return numDeletedRows > 0n;
  }
}
