import type { Selectable } from 'kysely';
import type { TicketContent, TicketDelivery, TicketEntry } from '../../engine/tickets/ticket.ts';
import type { Instant } from '../../engine/time/instant.ts';
import type { PersonalData } from '../personal-data.ts';
import { happened } from '../rows.ts';
import { SealedColumn } from '../sealed-column.ts';
import type { Db } from '../tables.ts';
import type { TicketEntryRow } from './ticket-tables.ts';

/** More than anybody writes in a ticket. */
const MOST = 10_000;

interface Place {
  ticketId: string;
  sequence: number;
}

/** What was said in tickets. */
export class SqlTicketEntryTable {
  readonly #db: Db;
  readonly #content: SealedColumn<TicketContent>;

  constructor(db: Db, personal: PersonalData) {
    this.#db = db;
    this.#content = new SealedColumn(personal, 'ticket_entry', 'content');
  }

  async add(accountId: string, entry: Omit<TicketEntry, 'id'>): Promise<TicketEntry> {
    const { last } = await this.#db
      .selectFrom('ticket_entry')
      .select((row) => row.fn.max('sequence').as('last'))
      .where('ticket_id', '=', entry.ticketId)
      .executeTakeFirstOrThrow();
    const sequence = (last ?? 0) + 1;
    const added = { id: `${entry.ticketId}.${sequence}`, ...entry };
    await this.#db
      .insertInto('ticket_entry')
      .values({
        ticket_id: entry.ticketId,
        sequence,
        account_id: accountId,
        source: entry.from,
        member_id: entry.memberId,
        content: this.#content.seal(added.id, entry.content),
        at: entry.at,
        said_chat_id: entry.said?.chatId ?? null,
        said_message_id: entry.said?.messageId ?? null,
        delivery: entry.delivery,
        settled_at: entry.settledAt,
      })
      .execute();
    return added;
  }

  async get(id: string): Promise<TicketEntry | undefined> {
    const { ticketId, sequence } = placeOf(id);
    const row = await this.#db
      .selectFrom('ticket_entry')
      .selectAll()
      .where('ticket_id', '=', ticketId)
      .where('sequence', '=', sequence)
      .executeTakeFirst();
    return row && this.#fromRow(row);
  }

  async last(ticketId: string, limit: number): Promise<TicketEntry[]> {
    const rows = await this.#db
      .selectFrom('ticket_entry')
      .selectAll()
      .where('ticket_id', '=', ticketId)
      .orderBy('sequence', 'desc')
      .limit(limit)
      .execute();
    return rows.map((row) => this.#fromRow(row)).toReversed();
  }

  async countWritten(accountId: string, since: Instant): Promise<number> {
    const { count } = await this.#db
      .selectFrom('ticket_entry')
      .select((row) => row.fn.countAll<number>().as('count'))
      .where('account_id', '=', accountId)
      .where('source', '=', 'holder')
      .where('at', '>=', since)
      .executeTakeFirstOrThrow();
    return count;
  }

  async settle(id: string, delivery: TicketDelivery, at: Instant): Promise<boolean> {
    const { ticketId, sequence } = placeOf(id);
    const result = await this.#db
      .updateTable('ticket_entry')
      .set({ delivery, settled_at: at })
      .where('ticket_id', '=', ticketId)
      .where('sequence', '=', sequence)
      .where('delivery', '!=', delivery)
      .executeTakeFirst();
    return happened(result);
  }

  async dropFiles(ticketId: string): Promise<void> {
    for (const { id, content } of await this.last(ticketId, MOST)) {
      if (content.kind !== 'file' || content.file === null) continue;
      await this.#db
        .updateTable('ticket_entry')
        .set({ content: this.#content.seal(id, { ...content, file: null }) })
        .where('ticket_id', '=', ticketId)
        .where('sequence', '=', placeOf(id).sequence)
        .execute();
    }
  }

  async erase(accountId: string): Promise<void> {
    await this.#db.deleteFrom('ticket_entry').where('account_id', '=', accountId).execute();
  }

  #fromRow(row: Selectable<TicketEntryRow>): TicketEntry {
    const id = `${row.ticket_id}.${row.sequence}`;
    const { said_chat_id: chatId, said_message_id: messageId } = row;
    return {
      id,
      ticketId: row.ticket_id,
      from: row.source,
      memberId: row.member_id,
      content: this.#content.open(id, row.content),
      at: row.at,
      said: chatId === null || messageId === null ? null : { chatId, messageId },
      delivery: row.delivery,
      settledAt: row.settled_at,
    };
  }
}

/** An id that anybody may have made up: one that is none leads to no row. */
function placeOf(id: string): Place {
  const [ticketId = '', sequence = ''] = id.split('.');
  return { ticketId, sequence: /^[1-9]\d{0,8}$/.test(sequence) ? Number(sequence) : 0 };
}
