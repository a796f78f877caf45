import type { Selectable } from 'kysely';
import type { FailureCount } from '../../engine/linking/link.ts';
import type { HolderStore } from '../../engine/ports/stores/registry-stores.ts';
import { type SearchTerms, searchTerms } from '../../engine/registry/holder-search.ts';
import type { DocumentType, Holder, Person } from '../../engine/registry/holder.ts';
import { failureColumns, failureCount } from '../failure-columns.ts';
import type { PersonalData } from '../personal-data.ts';
import { batches } from '../rows.ts';
import { SealedColumn } from '../sealed-column.ts';
import { StorageFault } from '../storage-fault.ts';
import type { Db, HolderRow } from '../tables.ts';

/** What of a holder is written at once. */
type Written = Pick<HolderRow, 'id' | 'document_hash' | 'search_hash' | 'person'>;
const COLUMNS = 4;

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

  async search(terms: SearchTerms, limit: number): Promise<Holder[]> {
    const rows = await this.#db
      .selectFrom('holder')
      .selectAll()
      .where('search_hash', '=', this.#searchHash(terms))
      .orderBy('id')
      .limit(limit)
      .execute();
    return rows.map((row) => this.#fromRow(row));
  }

  /** Fills in what rows from before migration 0012 are searched by, at most `limit` of them; how many they were. */
  async fillSearchHashes(limit: number): Promise<number> {
    const rows = await this.#db
      .selectFrom('holder')
      .selectAll()
      .where('search_hash', 'is', null)
      .limit(limit)
      .execute();
    for (const batch of batches(rows, COLUMNS)) {
      await this.#db
        .insertInto('holder')
        .values(batch.map((row) => this.#searchable(row)))
        .onConflict((conflict) =>
          conflict.column('id').doUpdateSet((row) => ({ search_hash: row.ref('excluded.search_hash') })),
        )
        .execute();
    }
    return rows.length;
  }

  async insertMany(holders: readonly Holder[]): Promise<void> {
    for (const batch of batches(holders, COLUMNS)) {
      await this.#db
        .insertInto('holder')
        .values(batch.map((holder) => this.#toRow(holder)))
        .execute();
    }
  }

  async updateMany(holders: readonly Holder[]): Promise<void> {
    for (const batch of batches(holders, COLUMNS)) {
      await this.#mustExist(batch.map((holder) => holder.id));
      await this.#db
        .insertInto('holder')
        .values(batch.map((holder) => this.#toRow(holder)))
        .onConflict((conflict) =>
          conflict.column('id').doUpdateSet((row) => ({
            document_hash: row.ref('excluded.document_hash'),
            search_hash: row.ref('excluded.search_hash'),
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

  #searchHash({ name, ending }: SearchTerms): string {
    return this.#personal.lookUp('holder-search', name, ending);
  }

  #searchable(row: Selectable<HolderRow>): Written {
    const { id, document_hash, person } = row;
    return { id, document_hash, person, search_hash: this.#searchHash(searchTerms(this.#fromRow(row))) };
  }

  #toRow({ id, ...person }: Holder): Written {
    return {
      id,
      document_hash: this.#hash({ type: person.documentType, number: person.documentNumber }),
      search_hash: this.#searchHash(searchTerms(person)),
      person: this.#person.seal(id, person),
    };
  }

  #fromRow(row: Selectable<HolderRow>): Holder {
    return { id: row.id, ...this.#person.open(row.id, row.person) };
  }
}
