import type { Selectable } from 'kysely';
import type { PolicyChange, RuleValue } from '../../engine/policy/policy-change.ts';
import type { PolicyChangeStore } from '../../engine/ports/stores/policy-change-store.ts';
import type { Instant } from '../../engine/time/instant.ts';
import type { PersonalData } from '../personal-data.ts';
import { happened, JsonColumn } from '../rows.ts';
import { SealedColumn } from '../sealed-column.ts';
import type { Db } from '../tables.ts';
import type { PolicyChangeRow } from './policy-tables.ts';

const VALUE = new JsonColumn<RuleValue>();

/** Rows stay when they are taken back, for they say what was in effect before. */
export class SqlPolicyChangeStore implements PolicyChangeStore {
  readonly #db: Db;
  readonly #reason: SealedColumn<string>;

  constructor(db: Db, personal: PersonalData) {
    this.#db = db;
    this.#reason = new SealedColumn(personal, 'policy_change', 'reason');
  }

  async add({ id, path, value, effectiveFrom, by, reason, at }: PolicyChange): Promise<void> {
    await this.#db
      .insertInto('policy_change')
      .values({
        id,
        path,
        value: VALUE.write(value),
        effective_from: effectiveFrom,
        changed_by: by,
        reason: this.#reason.seal(id, reason),
        changed_at: at,
        taken_back_by: null,
        taken_back_at: null,
      })
      .execute();
  }

  async standing(): Promise<PolicyChange[]> {
    const rows = await this.#db
      .selectFrom('policy_change')
      .selectAll()
      .where('taken_back_at', 'is', null)
      .orderBy('effective_from')
      .orderBy('sequence')
      .execute();
    return rows.map((row) => this.#fromRow(row));
  }

  async takeBack(id: string, by: string, at: Instant): Promise<boolean> {
    const result = await this.#db
      .updateTable('policy_change')
      .set({ taken_back_by: by, taken_back_at: at })
      .where('id', '=', id)
      .where('taken_back_at', 'is', null)
      .executeTakeFirst();
    return happened(result);
  }

  #fromRow(row: Selectable<PolicyChangeRow>): PolicyChange {
    return {
      id: row.id,
      path: row.path,
      value: VALUE.read(row.value),
      effectiveFrom: row.effective_from,
      by: row.changed_by,
      reason: this.#reason.open(row.id, row.reason),
      at: row.changed_at,
    };
  }
}
