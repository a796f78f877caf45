import { type Insertable, type Selectable, sql } from 'kysely';
import type { TicketChange, TicketStore } from '../../engine/ports/stores/ticket-stores.ts';
import type { Ticket, TicketDelivery, TicketEntry, TicketTopic } from '../../engine/tickets/ticket.ts';
import type { Instant } from '../../engine/time/instant.ts';
import type { PersonalData } from '../personal-data.ts';
import { happened } from '../rows.ts';
import { StorageFault } from '../storage-fault.ts';
import type { Db } from '../tables.ts';
import { SqlTicketEntryTable } from './ticket-entry-table.ts';
import type { TicketRow } from './ticket-tables.ts';

const BEFORE_FIRST = 1000;

export class SqlTicketStore implements TicketStore {
  readonly #db: Db;
  readonly #entries: SqlTicketEntryTable;

  constructor(db: Db, personal: PersonalData) {
    this.#db = db;
    this.#entries = new SqlTicketEntryTable(db, personal);
  }

  async insert(ticket: Omit<Ticket, 'number'>): Promise<Ticket> {
    const { last } = await this.#db
      .selectFrom('ticket')
      .select((row) => row.fn.max('number').as('last'))
      .executeTakeFirstOrThrow();
    const numbered = { ...ticket, number: (last ?? BEFORE_FIRST) + 1 };
    await this.#db.insertInto('ticket').values(toRow(numbered)).execute();
    return numbered;
  }

  async get(id: string): Promise<Ticket | undefined> {
    const row = await this.#db.selectFrom('ticket').selectAll().where('id', '=', id).executeTakeFirst();
    return row && fromRow(row);
  }

  async findByTopic({ chatId, threadId }: TicketTopic): Promise<Ticket | undefined> {
    const row = await this.#db
      .selectFrom('ticket')
      .selectAll()
      .where('topic_chat_id', '=', chatId)
      .where('topic_thread_id', '=', threadId)
      .executeTakeFirst();
    return row && fromRow(row);
  }

  async ofAccount(accountId: string): Promise<Ticket[]> {
    const rows = await this.#db
      .selectFrom('ticket')
      .selectAll()
      .where('account_id', '=', accountId)
      .orderBy('number', 'desc')
      .execute();
    return rows.map(fromRow);
  }

  async open({ offset, limit }: { offset: number; limit: number }): Promise<Ticket[]> {
    const rows = await this.#db
      .selectFrom('ticket')
      .selectAll()
      // Written into the statement, because a bound parameter keeps SQLite from using a partial index.
      .where('status', '=', sql.lit('open'))
      .orderBy('opened_at')
      .orderBy('number')
      .limit(limit)
      .offset(offset)
      .execute();
    return rows.map(fromRow);
  }

  async countOpen(): Promise<number> {
    const { count } = await this.#db
      .selectFrom('ticket')
      .select((row) => row.fn.countAll<number>().as('count'))
      .where('status', '=', sql.lit('open'))
      .executeTakeFirstOrThrow();
    return count;
  }

  async change(id: string, expected: number, change: TicketChange): Promise<boolean> {
    const result = await this.#db
      .updateTable('ticket')
      .set({ ...columnsOf(change), version: expected + 1 })
      .where('id', '=', id)
      .where('version', '=', expected)
      .executeTakeFirst();
    return happened(result);
  }

  async note(id: string, change: Pick<TicketChange, 'holderId' | 'waitingSince'>): Promise<void> {
    await this.#db.updateTable('ticket').set(columnsOf(change)).where('id', '=', id).execute();
  }

  async setTopic(id: string, topic: TicketTopic | null): Promise<void> {
    const columns = { topic_chat_id: topic?.chatId ?? null, topic_thread_id: topic?.threadId ?? null };
    await this.#db.updateTable('ticket').set(columns).where('id', '=', id).execute();
  }

  async countTopicTry(id: string, tries: 1 | -1): Promise<void> {
    await this.#db
      .updateTable('ticket')
      .set((row) => ({ topic_tries: row('topic_tries', '+', tries) }))
      .where('id', '=', id)
      .execute();
  }

  async lostTopicIn(chatId: number): Promise<boolean> {
    const row = await this.#db
      .selectFrom('ticket')
      .select('id')
      .where('topic_chat_id', '=', chatId)
      .where('topic_tries', '>', 1)
      .executeTakeFirst();
    return row !== undefined;
  }

  async addEntry(entry: Omit<TicketEntry, 'id'>): Promise<TicketEntry> {
    const ticket = await this.get(entry.ticketId);
    if (!ticket) throw new StorageFault('missing-row', 'There is no such ticket to add to.');
    return this.#entries.add(ticket.accountId, entry);
  }

  getEntry(id: string): Promise<TicketEntry | undefined> {
    return this.#entries.get(id);
  }

  entries(ticketId: string, limit: number): Promise<TicketEntry[]> {
    return this.#entries.last(ticketId, limit);
  }

  countWritten(accountId: string, since: Instant): Promise<number> {
    return this.#entries.countWritten(accountId, since);
  }

  settleEntry(id: string, delivery: TicketDelivery, at: Instant): Promise<boolean> {
    return this.#entries.settle(id, delivery, at);
  }

  dropFiles(ticketId: string): Promise<void> {
    return this.#entries.dropFiles(ticketId);
  }

  /** The rows of the tickets stay, for the audit names their numbers. */
  async erase(accountId: string): Promise<void> {
    await this.#entries.erase(accountId);
    await this.#db.updateTable('ticket').set({ holder_id: null }).where('account_id', '=', accountId).execute();
  }
}

function columnsOf(change: TicketChange): Partial<Insertable<TicketRow>> {
  return {
    ...(change.status !== undefined && { status: change.status }),
    ...(change.claimedBy !== undefined && { claimed_by: change.claimedBy }),
    ...(change.holderId !== undefined && { holder_id: change.holderId }),
    ...(change.waitingSince !== undefined && { waiting_since: change.waitingSince }),
    ...(change.closedAt !== undefined && { closed_at: change.closedAt }),
    ...(change.closedBecause !== undefined && { closed_because: change.closedBecause }),
  };
}

function toRow(ticket: Ticket): Insertable<TicketRow> {
  return {
    id: ticket.id,
    number: ticket.number,
    account_id: ticket.accountId,
    holder_id: ticket.holderId,
    status: ticket.status,
    claimed_by: ticket.claimedBy,
    version: ticket.version,
    topic_chat_id: ticket.topic?.chatId ?? null,
    topic_thread_id: ticket.topic?.threadId ?? null,
    topic_tries: ticket.topicTries,
    opened_at: ticket.openedAt,
    waiting_since: ticket.waitingSince,
    closed_at: ticket.closedAt,
    closed_because: ticket.closedBecause,
  };
}

function fromRow(row: Selectable<TicketRow>): Ticket {
  const { topic_chat_id: chatId, topic_thread_id: threadId } = row;
  return {
    id: row.id,
    number: row.number,
    accountId: row.account_id,
    holderId: row.holder_id,
    status: row.status,
    claimedBy: row.claimed_by,
    version: row.version,
    topic: chatId === null || threadId === null ? null : { chatId, threadId },
    topicTries: row.topic_tries,
    openedAt: row.opened_at,
    waitingSince: row.waiting_since,
    closedAt: row.closed_at,
    closedBecause: row.closed_because,
  };
}
