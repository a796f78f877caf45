import type { KnownRevocation, RevocationStore } from '../../engine/ports/stores/revocation-store.ts';
import type { Db } from '../tables.ts';

export class SqlRevocationStore implements RevocationStore {
  readonly #db: Db;

  constructor(db: Db) {
    this.#db = db;
  }

  all(): Promise<KnownRevocation[]> {
    return this.#db
      .selectFrom('known_revocation')
      .select(['certificate', 'kind', 'proof'])
      .orderBy('certificate')
      .execute();
  }

  async put({ certificate, kind, proof }: KnownRevocation): Promise<void> {
    await this.#db
      .insertInto('known_revocation')
      .values({ certificate, kind, proof })
      .onConflict((conflict) => conflict.column('certificate').doUpdateSet({ kind, proof }))
      .execute();
  }

  async remove(certificate: string): Promise<void> {
    await this.#db.deleteFrom('known_revocation').where('certificate', '=', certificate).execute();
  }
}
