import type { Selectable } from 'kysely';
import type { FailureCount } from '../../engine/linking/link.ts';
import type { HolderStore } from '../../engine/ports/registry-stores.ts';
import type { DocumentType, Holder, Person } from '../../engine/registry/holder.ts';
import { failureColumns, failureCount } from '../failure-columns.ts';
import type { PersonalData } from '../personal-data.ts';
import { batches } from '../rows.ts';
import { SealedColumn } from '../sealed-column.ts';
import { StorageFault } from '../storage-fault.ts';
import type { Db, Tables } from '../tables.ts';

type Document = Readonly<{ type: DocumentType; number: string }>;

export class SqlHolderStore implements HolderStore {
  readonly #db: Db;
  readonly #personal: PersonalData;
  readonly #person: SealedColumn<Person>;

  constructor(db: Db, personal: PersonalData) {
    this.#db = db;
    this.#personal = personal;
    this.#person = new SealedColumn(personal, 'holder', 'person');
  }

  async get(id: string): Promise<Holder | undefined> {
    const row = await this.#db.selectFrom('holder').selectAll().where('id', '=', id).executeTakeFirst();
    return row && this.#fromRow(row);
  }

  async findByDocument(type: DocumentType, number: string): Promise<Holder | undefined> {
    const [holder] = await this.findByDocuments([{ type, number }]);
    return holder;
  }

  async findByDocuments(documents: readonly Document[]): Promise<Holder[]> {
    const found: Holder[] = [];
    for (const batch of batches(documents, 1)) {
      const hashes = batch.map((document) => this.#hash(document));
      const rows = await this.#db.selectFrom('holder').selectAll().where('document_hash', 'in', hashes).execute();
      for (const row of rows) found.push(this.#fromRow(row));
    }
    return found;
  }

  async getMany(ids: readonly string[]): Promise<Holder[]> {
    const found: Holder[] = [];
    for (const batch of batches(ids, 1)) {
      const rows = await this.#db.selectFrom('holder').selectAll().where('id', 'in', batch).execute();
      for (const row of rows) found.push(this.#fromRow(row));
    }
    return found;
  }

  async insertMany(holders: readonly Holder[]): Promise<void> {
    for (const batch of batches(holders, 3)) {
      await this.#db
        .insertInto('holder')
        .values(batch.map((holder) => this.#toRow(holder)))
        .execute();
    }
  }

  async updateMany(holders: readonly Holder[]): Promise<void> {
    for (const batch of batches(holders, 3)) {
      await this.#mustExist(batch.map((holder) => holder.id));
      await this.#db
        .insertInto('holder')
        .values(batch.map((holder) => this.#toRow(holder)))
        .onConflict((conflict) =>
          conflict.column('id').doUpdateSet((row) => ({
            document_hash: row.ref('excluded.document_hash'),
            person: row.ref('excluded.person'),
          })),
        )
        .execute();
    }
  }

  async failures(id: string): Promise<FailureCount> {
    return failureCount(
      await this.#db
        .selectFrom('holder')
        .select(['failures', 'last_failure_at', 'locked_until'])
        .where('id', '=', id)
        .executeTakeFirst(),
    );
  }

  async setFailures(id: string, count: FailureCount): Promise<void> {
    await this.#db.updateTable('holder').set(failureColumns(count)).where('id', '=', id).execute();
  }

  async #mustExist(ids: readonly string[]): Promise<void> {
    const { count } = await this.#db
      .selectFrom('holder')
      .select((row) => row.fn.countAll<number>().as('count'))
      .where('id', 'in', ids)
      .executeTakeFirstOrThrow();
    if (count !== new Set(ids).size) throw new StorageFault('missing-row', 'A holder to be changed does not exist.');
  }

  #hash(document: Document): string {
    return this.#personal.lookUp('document', document.type, document.number);
  }

  #toRow({ id, ...person }: Holder): { id: string; document_hash: string; person: Uint8Array } {
    return {
      id,
      document_hash: this.#hash({ type: person.documentType, number: person.documentNumber }),
      person: this.#person.seal(id, person),
    };
  }

  #fromRow(row: Selectable<Tables['holder']>): Holder {
    return { id: row.id, ...this.#person.open(row.id, row.person) };
  }
}
