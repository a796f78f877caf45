import type { StaffFileStore } from '../../engine/ports/stores/staff-stores.ts';
import type { Instant } from '../../engine/time/instant.ts';
import type { PersonalData, Place } from '../personal-data.ts';
import { SealedColumn } from '../sealed-column.ts';
import type { Db } from '../tables.ts';

export class SqlStaffFileStore implements StaffFileStore {
  readonly #db: Db;
  readonly #personal: PersonalData;
  readonly #name: SealedColumn<string>;

  constructor(db: Db, personal: PersonalData) {
    this.#db = db;
    this.#personal = personal;
    this.#name = new SealedColumn(personal, 'staff_file', 'name');
  }

  async put({ id, name, bytes, expiresAt }: Parameters<StaffFileStore['put']>[0]): Promise<void> {
    await this.#db
      .insertInto('staff_file')
      .values({
        id,
        name: this.#name.seal(id, name),
        bytes: this.#personal.seal(place(id), bytes),
        expires_at: expiresAt,
      })
      .execute();
  }

  async get(id: string): Promise<{ name: string; bytes: Uint8Array } | undefined> {
    const row = await this.#db
      .selectFrom('staff_file')
      .select(['name', 'bytes'])
      .where('id', '=', id)
      .executeTakeFirst();
    return row && { name: this.#name.open(id, row.name), bytes: this.#personal.open(place(id), row.bytes) };
  }

  async keepUntil(id: string, expiresAt: Instant): Promise<void> {
    await this.#db.updateTable('staff_file').set({ expires_at: expiresAt }).where('id', '=', id).execute();
  }

  async delete(id: string): Promise<void> {
    await this.#db.deleteFrom('staff_file').where('id', '=', id).execute();
  }

  async prune(now: Instant): Promise<number> {
    const { numDeletedRows } = await this.#db
      .deleteFrom('staff_file')
      .where('expires_at', '<=', now)
      .executeTakeFirstOrThrow();
    return Number(numDeletedRows);
  }
}

function place(row: string): Place {
  return { table: 'staff_file', column: 'bytes', row };
}
