import type { Selectable } from 'kysely';
import type { Alert, AlertKindState, AlertStore, OpenAlert } from '../../engine/ports/stores/service-stores.ts';
import type { Instant } from '../../engine/time/instant.ts';
import type { PersonalData } from '../personal-data.ts';
import { batches, happened, pastPrefix } from '../rows.ts';
import { SealedColumn } from '../sealed-column.ts';
import type { Db, Tables } from '../tables.ts';

const UNHEARD_OF = { told_at: null, acknowledged_at: null, acknowledged_by: null };

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
      .values({ ...alert, ...UNHEARD_OF, facts: this.#facts.seal(alert.key, alert.facts) })
      .onConflict((conflict) => conflict.column('key').doNothing())
      .executeTakeFirst();
    return happened(result);
  }

  async open(): Promise<OpenAlert[]> {
    return this.#read(await this.#all().execute());
  }

  async openOfKind(kind: Alert['kind']): Promise<OpenAlert[]> {
    return this.#read(await this.#all().where('kind', '=', kind).execute());
  }

  async openUnder(prefix: string): Promise<OpenAlert[]> {
    const some = this.#all().where('key', '>=', prefix).where('key', '<', pastPrefix(prefix));
    return this.#read(await some.execute());
  }

  async untold(kinds: readonly Alert['kind'][]): Promise<OpenAlert[]> {
    const untold = this.#all().where('told_at', 'is', null).where('acknowledged_at', 'is', null);
    return this.#read(await untold.where('kind', 'in', kinds).execute());
  }

  async markTold(keys: readonly string[], at: Instant): Promise<void> {
    for (const some of batches(keys, 1)) {
      await this.#db.updateTable('alert').set({ told_at: at }).where('key', 'in', some).execute();
    }
  }

  async acknowledge(keys: readonly string[], memberId: string, at: Instant): Promise<void> {
    const seen = { acknowledged_by: memberId, acknowledged_at: at };
    for (const some of batches(keys, 1)) {
      await this.#db.updateTable('alert').set(seen).where('key', 'in', some).execute();
    }
  }

  async clear(key: string): Promise<boolean> {
    const { numDeletedRows } = await this.#db.deleteFrom('alert').where('key', '=', key).executeTakeFirstOrThrow();
    return numDeletedRows > 0n;
  }

  async clearUnder(prefix: string): Promise<boolean> {
    const { numDeletedRows } = await this.#db
      .deleteFrom('alert')
      .where('key', '>=', prefix)
      .where('key', '<', pastPrefix(prefix))
      .executeTakeFirstOrThrow();
    return numDeletedRows > 0n;
  }

  async kinds(): Promise<AlertKindState[]> {
    const rows = await this.#db.selectFrom('alert_kind').selectAll().orderBy('kind').execute();
    return rows.map((row) => ({
      kind: row.kind,
      toldAt: row.told_at,
      mutedUntil: row.muted_until,
      mutedBy: row.muted_by,
      acknowledgedAt: row.acknowledged_at,
      acknowledgedBy: row.acknowledged_by,
    }));
  }

  async setKind(kind: Alert['kind'], change: Partial<Omit<AlertKindState, 'kind'>>): Promise<void> {
    const { toldAt, mutedUntil, mutedBy, acknowledgedAt, acknowledgedBy } = change;
    const set = {
      ...(toldAt !== undefined && { told_at: toldAt }),
      ...(mutedUntil !== undefined && { muted_until: mutedUntil }),
      ...(mutedBy !== undefined && { muted_by: mutedBy }),
      ...(acknowledgedAt !== undefined && { acknowledged_at: acknowledgedAt }),
      ...(acknowledgedBy !== undefined && { acknowledged_by: acknowledgedBy }),
    };
    if (Object.keys(set).length === 0) return;
    await this.#db
      .insertInto('alert_kind')
      .values({ kind, ...set })
      .onConflict((conflict) => conflict.column('kind').doUpdateSet(set))
      .execute();
  }

  #all() {
    return this.#db.selectFrom('alert').selectAll().orderBy('at').orderBy('key');
  }

  #read(rows: readonly Selectable<Tables['alert']>[]): OpenAlert[] {
    return rows.map((row) => ({
      key: row.key,
      kind: row.kind,
      at: row.at,
      facts: this.#facts.open(row.key, row.facts),
      toldAt: row.told_at,
      acknowledgedAt: row.acknowledged_at,
      acknowledgedBy: row.acknowledged_by,
    }));
  }
}
