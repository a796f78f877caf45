import type { JournalEntry, JournalStore } from '../../engine/ports/stores/service-stores.ts';
import type { Instant } from '../../engine/time/instant.ts';
import { JsonColumn } from '../rows.ts';
import type { Db } from '../tables.ts';

const FACTS = new JsonColumn<JournalEntry['facts']>();

export class SqlJournalStore implements JournalStore {
  readonly #db: Db;

  constructor(db: Db) {
    this.#db = db;
  }

  async add(entry: JournalEntry): Promise<void> {
    await this.#db
      .insertInto('journal')
      .values({
        at: entry.at,
        kind: entry.kind,
        account_id: entry.accountId,
        holder_id: entry.holderId,
        facts: FACTS.write(entry.facts),
      })
      .execute();
  }

  /** Newest first. */
  async ofHolder(holderId: string, limit: number): Promise<JournalEntry[]> {
    const rows = await this.#db
      .selectFrom('journal')
      .selectAll()
      .where('holder_id', '=', holderId)
      .orderBy('sequence', 'desc')
      .limit(limit)
      .execute();
    return rows.map((row) => ({
      at: row.at,
      kind: row.kind,
      accountId: row.account_id,
      holderId: row.holder_id,
      facts: FACTS.read(row.facts),
    }));
  }

  async countOfAccount(accountId: string, kind: string, since: Instant): Promise<number> {
    const { count } = await this.#db
      .selectFrom('journal')
      .select((row) => row.fn.countAll<number>().as('count'))
      .where('account_id', '=', accountId)
      .where('kind', '=', kind)
      .where('at', '>=', since)
      .executeTakeFirstOrThrow();
    return count;
  }
}
