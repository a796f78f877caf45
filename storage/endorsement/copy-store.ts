import type { CopyStore } from '../../engine/ports/stores/endorsement-stores.ts';
import type { PersonalData, Place } from '../personal-data.ts';
import { SealedColumn } from '../sealed-column.ts';
import type { Db } from '../tables.ts';

export class SqlCopyStore implements CopyStore {
  readonly #db: Db;
  readonly #personal: PersonalData;
  readonly #fileId: SealedColumn<string>;

  constructor(db: Db, personal: PersonalData) {
    this.#db = db;
    this.#personal = personal;
    this.#fileId = new SealedColumn(personal, 'uploaded_copy', 'file_id');
  }

  /** What was uploaded of an earlier copy is forgotten, for it is another file. */
  async put(endorsementId: string, bytes: Uint8Array): Promise<void> {
    await this.delete(endorsementId);
    await this.#db
      .insertInto('endorsed_copy')
      .values({ endorsement_id: endorsementId, bytes: this.#personal.seal(place(endorsementId), bytes) })
      .execute();
  }

  async get(endorsementId: string): Promise<Uint8Array | undefined> {
    const row = await this.#db
      .selectFrom('endorsed_copy')
      .select('bytes')
      .where('endorsement_id', '=', endorsementId)
      .executeTakeFirst();
    return row && this.#personal.open(place(endorsementId), row.bytes);
  }

  async fileId(endorsementId: string, bot: string): Promise<string | undefined> {
    const row = await this.#db
      .selectFrom('uploaded_copy')
      .select('file_id')
      .where('endorsement_id', '=', endorsementId)
      .where('bot', '=', bot)
      .executeTakeFirst();
    return row && this.#fileId.open(uploadedRow(endorsementId, bot), row.file_id);
  }

  async setFileId(endorsementId: string, bot: string, fileId: string): Promise<void> {
    const sealed = this.#fileId.seal(uploadedRow(endorsementId, bot), fileId);
    await this.#db
      .insertInto('uploaded_copy')
      .values({ endorsement_id: endorsementId, bot, file_id: sealed })
      .onConflict((conflict) => conflict.columns(['endorsement_id', 'bot']).doUpdateSet({ file_id: sealed }))
      .execute();
  }

  async delete(endorsementId: string): Promise<void> {
    await this.#db.deleteFrom('endorsed_copy').where('endorsement_id', '=', endorsementId).execute();
    await this.#db.deleteFrom('uploaded_copy').where('endorsement_id', '=', endorsementId).execute();
  }
}

function place(endorsementId: string): Place {
  return { table: 'endorsed_copy', column: 'bytes', row: endorsementId };
}

function uploadedRow(endorsementId: string, bot: string): string {
  return JSON.stringify([endorsementId, bot]);
}
