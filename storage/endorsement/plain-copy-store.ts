import type { PlainCopy, PlainCopyStore } from '../../engine/ports/stores/endorsement-stores.ts';
import type { Db } from '../tables.ts';

export class SqlPlainCopyStore implements PlainCopyStore {
  readonly #db: Db;

  constructor(db: Db) {
    this.#db = db;
  }

  /** Adding the same file again changes nothing. */
  async add({ certificateId, holderId, madeAt, sha256 }: PlainCopy): Promise<void> {
    await this.#db
      .insertInto('plain_copy')
      .values({ sha256, certificate_id: certificateId, holder_id: holderId, made_at: madeAt })
      .onConflict((conflict) => conflict.column('sha256').doNothing())
      .execute();
  }

  async find(sha256: string): Promise<PlainCopy | undefined> {
    const row = await this.#db.selectFrom('plain_copy').selectAll().where('sha256', '=', sha256).executeTakeFirst();
    return row && { sha256, certificateId: row.certificate_id, holderId: row.holder_id, madeAt: row.made_at };
  }
}
