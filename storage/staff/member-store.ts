import type { Selectable } from 'kysely';
import type { Language } from '../../engine/ports/language.ts';
import type { MemberStore } from '../../engine/ports/stores/staff-stores.ts';
import type { Member, MemberStatus } from '../../engine/staff/member.ts';
import type { StaffRole } from '../../engine/staff/permissions.ts';
import type { PersonalData } from '../personal-data.ts';
import { happened } from '../rows.ts';
import { SealedColumn } from '../sealed-column.ts';
import type { Db } from '../tables.ts';
import type { StaffMemberRow } from './staff-tables.ts';

export class SqlMemberStore implements MemberStore {
  readonly #db: Db;
  readonly #name: SealedColumn<string>;

  constructor(db: Db, personal: PersonalData) {
    this.#db = db;
    this.#name = new SealedColumn(personal, 'staff_member', 'name');
  }

  async get(id: string): Promise<Member | undefined> {
    const row = await this.#db.selectFrom('staff_member').selectAll().where('id', '=', id).executeTakeFirst();
    return row && this.#fromRow(row);
  }

  async findByUser(userId: number): Promise<Member | undefined> {
    const row = await this.#db
      .selectFrom('staff_member')
      .selectAll()
      .where('user_id', '=', userId)
      .where('status', '!=', 'removed')
      .executeTakeFirst();
    return row && this.#fromRow(row);
  }

  async list(statuses: readonly MemberStatus[]): Promise<Member[]> {
    const rows = await this.#db
      .selectFrom('staff_member')
      .selectAll()
      .where('status', 'in', statuses)
      .orderBy('joined_at')
      .orderBy('id')
      .execute();
    return rows.map((row) => this.#fromRow(row));
  }

  async insert({ id, userId, name, role, status, language, joinedAt }: Member): Promise<void> {
    await this.#db
      .insertInto('staff_member')
      .values({ id, user_id: userId, name: this.#name.seal(id, name), role, status, language, joined_at: joinedAt })
      .execute();
  }

  async changeRole(id: string, from: StaffRole, to: StaffRole): Promise<boolean> {
    const result = await this.#db
      .updateTable('staff_member')
      .set({ role: to })
      .where('id', '=', id)
      .where('role', '=', from)
      .executeTakeFirst();
    return happened(result);
  }

  async changeStatus(id: string, from: MemberStatus, to: MemberStatus): Promise<boolean> {
    const result = await this.#db
      .updateTable('staff_member')
      .set({ status: to })
      .where('id', '=', id)
      .where('status', '=', from)
      .executeTakeFirst();
    return happened(result);
  }

  async setLanguage(id: string, language: Language): Promise<void> {
    await this.#db.updateTable('staff_member').set({ language }).where('id', '=', id).execute();
  }

  async setName(id: string, name: string): Promise<void> {
    const sealed = this.#name.seal(id, name);
    await this.#db.updateTable('staff_member').set({ name: sealed }).where('id', '=', id).execute();
  }

  #fromRow({ user_id: userId, joined_at: joinedAt, name, ...rest }: Selectable<StaffMemberRow>): Member {
    return { ...rest, userId, joinedAt, name: this.#name.open(rest.id, name) };
  }
}
