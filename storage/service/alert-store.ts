import type { Alert, AlertStore } from '../../engine/ports/service-stores.ts';
import type { PersonalData } from '../personal-data.ts';
import { happened } from '../rows.ts';
import { SealedColumn } from '../sealed-column.ts';
import type { Db } from '../tables.ts';

export class SqlAlertStore implements AlertStore {
  readonly #db: Db;
  readonly #facts: SealedColumn<Alert['facts']>;

  constructor(db: Db, personal: PersonalData) {
    this.#db = db;
    this.#facts = new SealedColumn(personal, 'alert', 'facts');
  }

  async raise(alert: Alert): Promise<boolean> {
    const result = await this.#db
      .insertInto('alert')
      .values({ ...alert, facts: this.#facts.seal(alert.key, alert.facts) })
      .onConflict((conflict) => conflict.column('key').doNothing())
      .executeTakeFirst();
    return happened(result);
  }

  /** Oldest first. */
  async open(): Promise<Alert[]> {
    const rows = await this.#db.selectFrom('alert').selectAll().orderBy('at').orderBy('key').execute();
    return rows.map((row) => ({ ...row, facts: this.#facts.open(row.key, row.facts) }));
  }

  async clear(key: string): Promise<boolean> {
    const { numDeletedRows } = await this.#db.deleteFrom('alert').where('key', '=', key).executeTakeFirstOrThrow();
    return numDeletedRows > 0n;
  }
}
