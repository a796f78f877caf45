import type { ImportRecord, ImportStore } from '../../engine/ports/stores/registry-stores.ts';
import type { Db } from '../tables.ts';

export class SqlImportStore implements ImportStore {
  readonly #db: Db;

  constructor(db: Db) {
    this.#db = db;
  }

  async add({ fileHash, ...rest }: ImportRecord): Promise<void> {
    await this.#db
      .insertInto('registry_import')
      .values({ ...rest, file_hash: fileHash })
      .execute();
  }

  async count(): Promise<number> {
    const { count } = await this.#db
      .selectFrom('registry_import')
      .select((row) => row.fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow();
    return count;
  }

  async latest(): Promise<ImportRecord | undefined> {
    const row = await this.#db
      .selectFrom('registry_import')
      .selectAll()
      .orderBy('at', 'desc')
      .orderBy('id', 'desc')
      .limit(1)
      .executeTakeFirst();
    if (!row) return undefined;
    const { file_hash: fileHash, ...rest } = row;
    return { ...rest, fileHash };
  }
}
