import type { Invitation, InvitationStore } from '../../engine/ports/stores/staff-stores.ts';
import type { Instant } from '../../engine/time/instant.ts';
import type { PersonalData } from '../personal-data.ts';
import type { Db } from '../tables.ts';
import type { StaffInvitationRow } from './staff-tables.ts';

export class SqlInvitationStore implements InvitationStore {
  readonly #db: Db;
  readonly #personal: PersonalData;

  constructor(db: Db, personal: PersonalData) {
    this.#db = db;
    this.#personal = personal;
  }

  async put(code: string, { role, invitedBy, expiresAt }: Invitation): Promise<void> {
    await this.#db
      .insertInto('staff_invitation')
      .values({
        code_hash: this.#hash(code),
        role,
        invited_by: invitedBy,
        expires_at: expiresAt,
        used_at: null,
        used_by: null,
      })
      .execute();
  }

  async get(code: string, now: Instant): Promise<Invitation | undefined> {
    const row = await this.#db
      .selectFrom('staff_invitation')
      .select(['role', 'invited_by', 'expires_at'])
      .where('code_hash', '=', this.#hash(code))
      .where('used_at', 'is', null)
      .where('expires_at', '>', now)
      .executeTakeFirst();
    return row && invitationOf(row);
  }

  async use(code: string, userId: number, now: Instant): Promise<Invitation | undefined> {
    const row = await this.#db
      .updateTable('staff_invitation')
      .set({ used_at: now, used_by: userId })
      .where('code_hash', '=', this.#hash(code))
      .where('used_at', 'is', null)
      .where('expires_at', '>', now)
      .returning(['role', 'invited_by', 'expires_at'])
      .executeTakeFirst();
    return row && invitationOf(row);
  }

  #hash(code: string): string {
    return this.#personal.lookUp('staff-invitation', code);
  }
}

function invitationOf(row: Pick<StaffInvitationRow, 'role' | 'invited_by' | 'expires_at'>): Invitation {
  return { role: row.role, invitedBy: row.invited_by, expiresAt: row.expires_at };
}
