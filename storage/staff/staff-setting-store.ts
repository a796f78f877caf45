import type { StaffSettingName, StaffSettingStore } from '../../engine/ports/stores/staff-stores.ts';
import type { Db } from '../tables.ts';

export class SqlStaffSettingStore implements StaffSettingStore {
  readonly #db: Db;

  constructor(db: Db) {
    this.#db = db;
  }

  async get(name: StaffSettingName): Promise<string | undefined> {
    const row = await this.#db.selectFrom('staff_setting').select('value').where('name', '=', name).executeTakeFirst();
    return row?.value;
  }

  async set(name: StaffSettingName, value: string | null): Promise<void> {
    if (value === null) {
      await this.#db.deleteFrom('staff_setting').where('name', '=', name).execute();
      return;
    }
    await this.#db
      .insertInto('staff_setting')
      .values({ name, value })
      .onConflict((conflict) => conflict.column('name').doUpdateSet({ value }))
      .execute();
  }
}
