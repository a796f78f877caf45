import type { LinkCodeStore } from '../../engine/ports/stores/account-stores.ts';
import type { Instant } from '../../engine/time/instant.ts';
import type { PersonalData } from '../personal-data.ts';
import { happened } from '../rows.ts';
import type { Db } from '../tables.ts';

export class SqlLinkCodeStore implements LinkCodeStore {
  readonly #db: Db;
  readonly #personal: PersonalData;

  constructor(db: Db, personal: PersonalData) {
    this.#db = db;
    this.#personal = personal;
  }

  async put(code: string, holderId: string, expiresAt: Instant): Promise<void> {
    await this.#db.deleteFrom('link_code').where('holder_id', '=', holderId).where('used_at', 'is', null).execute();
    await this.#db
      .insertInto('link_code')
      .values({
        code_hash: this.#hash(code),
        holder_id: holderId,
        expires_at: expiresAt,
        used_at: null,
        used_by: null,
      })
      .execute();
  }

  async holderOf(code: string, now: Instant): Promise<string | undefined> {
    const row = await this.#db
      .selectFrom('link_code')
      .select('holder_id')
      .where('code_hash', '=', this.#hash(code))
      .where('used_at', 'is', null)
      .where('expires_at', '>', now)
      .executeTakeFirst();
    return row?.holder_id;
  }

  async use(code: string, accountId: string, now: Instant): Promise<boolean> {
    const result = await this.#db
      .updateTable('link_code')
      .set({ used_at: now, used_by: accountId })
      .where('code_hash', '=', this.#hash(code))
      .where('used_at', 'is', null)
      .where('expires_at', '>', now)
      .executeTakeFirst();
    return happened(result);
  }

  #hash(code: string): string {
    return this.#personal.lookUp('link-code', code);
  }
}
