import type { Selectable } from 'kysely';
import type { CannedAnswerStore } from '../../engine/ports/stores/ticket-stores.ts';
import type { CannedAnswer } from '../../engine/tickets/ticket.ts';
import type { PersonalData } from '../personal-data.ts';
import { SealedColumn } from '../sealed-column.ts';
import type { Db, Tables } from '../tables.ts';

export class SqlCannedAnswerStore implements CannedAnswerStore {
  readonly #db: Db;
  readonly #answer: SealedColumn<Pick<CannedAnswer, 'title' | 'text'>>;

  constructor(db: Db, personal: PersonalData) {
    this.#db = db;
    this.#answer = new SealedColumn(personal, 'canned_answer', 'answer');
  }

  /** Titles are sealed, so they are sorted here; there are a few dozen at most. */
  async list(): Promise<CannedAnswer[]> {
    const rows = await this.#db.selectFrom('canned_answer').selectAll().execute();
    return rows.map((row) => this.#fromRow(row)).sort((a, b) => a.title.localeCompare(b.title, 'zh-CN'));
  }

  async get(id: string): Promise<CannedAnswer | undefined> {
    const row = await this.#db.selectFrom('canned_answer').selectAll().where('id', '=', id).executeTakeFirst();
    return row && this.#fromRow(row);
  }

  async put({ id, title, text, changedAt }: CannedAnswer): Promise<void> {
    const columns = { answer: this.#answer.seal(id, { title, text }), changed_at: changedAt };
    await this.#db
      .insertInto('canned_answer')
      .values({ id, ...columns })
      .onConflict((conflict) => conflict.column('id').doUpdateSet(columns))
      .execute();
  }

  async delete(id: string): Promise<boolean> {
    const { numDeletedRows } = await this.#db
      .deleteFrom('canned_answer')
      .where('id', '=', id)
      .executeTakeFirstOrThrow();
    return numDeletedRows > 0n;
  }

  #fromRow(row: Selectable<Tables['canned_answer']>): CannedAnswer {
    return { id: row.id, ...this.#answer.open(row.id, row.answer), changedAt: row.changed_at };
  }
}
