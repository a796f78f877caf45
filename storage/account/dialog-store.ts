import type { Dialog, DialogStore } from '../../engine/ports/stores/account-stores.ts';
import type { Instant } from '../../engine/time/instant.ts';
import type { PersonalData } from '../personal-data.ts';
import { happened } from '../rows.ts';
import { SealedColumn } from '../sealed-column.ts';
import type { Db, DialogRow } from '../tables.ts';

type State = Pick<DialogRow, 'flow' | 'step' | 'data' | 'expires_at'>;

const NOTHING: State = { flow: null, step: null, data: null, expires_at: null };

/** The row outlives its dialogs, for it counts their versions. */
export class SqlDialogStore implements DialogStore {
  readonly #db: Db;
  readonly #table: 'dialog' | 'staff_dialog';
  readonly #data: SealedColumn<Dialog['data']>;

  constructor(db: Db, personal: PersonalData, table: 'dialog' | 'staff_dialog') {
    this.#db = db;
    this.#table = table;
    this.#data = new SealedColumn(personal, table, 'data');
  }

  async get(accountId: string): Promise<Dialog | undefined> {
    const row = await this.#db
      .selectFrom(this.#table)
      .selectAll()
      .where('account_id', '=', accountId)
      .executeTakeFirst();
    if (!row || row.flow === null || row.step === null || row.data === null || row.expires_at === null)
      return undefined;
    return {
      flow: row.flow,
      step: row.step,
      data: this.#data.open(accountId, row.data),
      version: row.version,
      expiresAt: row.expires_at,
    };
  }

  put(accountId: string, expected: number, next: Omit<Dialog, 'version'>): Promise<boolean> {
    const data = this.#data.seal(accountId, next.data);
    return this.#write(accountId, expected, { flow: next.flow, step: next.step, data, expires_at: next.expiresAt });
  }

  /** Ending is a change too: it moves the version on, so that the last buttons of the dialog are old at once. */
  clear(accountId: string, expected: number): Promise<boolean> {
    return this.#write(accountId, expected, NOTHING);
  }

  async version(accountId: string): Promise<number> {
    const row = await this.#db
      .selectFrom(this.#table)
      .select('version')
      .where('account_id', '=', accountId)
      .executeTakeFirst();
    return row?.version ?? 0;
  }

  async forget(before: Instant): Promise<number> {
    const { numUpdatedRows } = await this.#db
      .updateTable(this.#table)
      .set((row) => ({ ...NOTHING, version: row('version', '+', 1) }))
      .where('expires_at', '<', before)
      .executeTakeFirstOrThrow();
    return Number(numUpdatedRows);
  }

  async #write(accountId: string, expected: number, state: State): Promise<boolean> {
    if (expected === 0) {
      const inserted = await this.#db
        .insertInto(this.#table)
        .values({ account_id: accountId, version: 1, ...state })
        .onConflict((conflict) => conflict.column('account_id').doNothing())
        .executeTakeFirst();
      return happened(inserted);
    }
    const updated = await this.#db
      .updateTable(this.#table)
      .set({ ...state, version: expected + 1 })
      .where('account_id', '=', accountId)
      .where('version', '=', expected)
      .executeTakeFirst();
    return happened(updated);
  }
}
