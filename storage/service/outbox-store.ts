import { type RawBuilder, sql } from 'kysely';
import { type OutboxItem, type OutboxStatus, PRIORITY } from '../../engine/outbox/outbox-item.ts';
import type { OutboxStore } from '../../engine/ports/stores/service-stores.ts';
import type { Instant } from '../../engine/time/instant.ts';
import type { PersonalData } from '../personal-data.ts';
import { happened, NO, pastPrefix } from '../rows.ts';
import { SealedColumn } from '../sealed-column.ts';
import { isFinal, outboxItemFromRow, outboxItemToRow } from './outbox-row.ts';
import type { Db, Flag, OutboxRow } from '../tables.ts';

// An item whose answer never came may have arrived. A copy or an answer is sent again all the same, with its number
// on it, and staff rather read something twice than not at all; the rest would only look odd twice, and is over.
const SENT_AGAIN: readonly OutboxItem['message']['kind'][] = [
  'copy',
  'plain-copy',
  'ticket-answer',
  'ticket-post',
  'ticket-erased',
  'proposal-asked',
  'proposal-decided',
  'member-changed',
  'alerts',
  'import-done',
  'import-not-written',
  'broadcast-done',
];

// Items of a chat that are due together differ in priority, for those of the same wait for each other.
const PRIORITIES = 4;

export class SqlOutboxStore implements OutboxStore {
  readonly #db: Db;
  readonly #error: SealedColumn<string>;

  constructor(db: Db, personal: PersonalData) {
    this.#db = db;
    this.#error = new SealedColumn(personal, 'outbox', 'error');
  }

  async add(item: OutboxItem): Promise<boolean> {
    const result = await this.#db
      .insertInto('outbox')
      .values(outboxItemToRow(item))
      .onConflict((conflict) => conflict.column('key').doNothing())
      .executeTakeFirst();
    return happened(result);
  }

  async due(bot: string, now: Instant, limit: number): Promise<OutboxItem[]> {
    const rows = await this.#db
      .selectFrom('outbox as item')
      .selectAll()
      .where('item.bot', '=', bot)
      .where('item.settled', '=', NO)
      .where('item.status', 'in', ['queued', 'uncertain'])
      .where('item.not_before', '<=', now)
      .where((item) => {
        const older = item
          .selectFrom('outbox as older')
          .select('older.id')
          .whereRef('older.bot', '=', 'item.bot')
          .whereRef('older.account_id', '=', 'item.account_id')
          .where('older.settled', '=', NO)
          .whereRef('older.priority', '<=', 'item.priority')
          .where((eb) => {
            const queuedPlain = eb.and([eb('older.kind', '=', 'plain-copy'), eb('older.status', '=', 'queued')]);
            const stepsAside = eb.or([eb('older.priority', '=', PRIORITY.broadcast), queuedPlain]);
            return eb.or([eb.not(stepsAside), eb('older.not_before', '<=', now)]);
          })
          .where((eb) =>
            eb(eb.refTuple('older.created_at', 'older.sequence'), '<', eb.refTuple('item.created_at', 'item.sequence')),
          );
        return item.not(item.exists(older));
      })
      .orderBy('item.priority')
      .orderBy('item.created_at')
      .orderBy('item.sequence')
      .limit(limit * PRIORITIES)
      .$narrowType<{ status: 'queued' | 'uncertain' }>()
      .execute();
    return firstOfEachChat(rows).slice(0, limit).map(outboxItemFromRow);
  }

  async claim(id: string): Promise<boolean> {
    const result = await this.#free(id)
      .set((row) => ({ status: 'sending', attempts: row('attempts', '+', 1) }))
      .executeTakeFirst();
    return happened(result);
  }

  async postpone(id: string, notBefore: Instant): Promise<boolean> {
    return happened(await this.#free(id).set({ not_before: notBefore }).executeTakeFirst());
  }

  async settle(
    id: string,
    status: Exclude<OutboxStatus, 'sending'>,
    change: { at: Instant; notBefore?: Instant; messageId?: number; error?: string },
  ): Promise<boolean> {
    const result = await this.#db
      .updateTable('outbox')
      .set({
        status,
        settled: settledAs(status),
        settled_at: change.at,
        ...(change.notBefore !== undefined && { not_before: change.notBefore }),
        ...(change.messageId !== undefined && { message_id: change.messageId }),
        ...(change.error !== undefined && { error: this.#error.seal(id, change.error) }),
      })
      .where('id', '=', id)
      .where('status', '=', 'sending')
      .executeTakeFirst();
    return happened(result);
  }

  async recover(bot: string): Promise<OutboxItem[]> {
    const rows = await this.#db
      .updateTable('outbox')
      .set({ status: 'uncertain', settled: settledAs('uncertain') })
      .where('bot', '=', bot)
      .where('status', '=', 'sending')
      .returningAll()
      .$narrowType<{ status: 'uncertain' }>()
      .execute();
    return rows.map(outboxItemFromRow);
  }

  async hurry(
    { accountId, keyPrefix, kind }: { kind: OutboxItem['message']['kind']; accountId: string; keyPrefix: string },
    now: Instant,
  ): Promise<boolean> {
    const result = await this.#db
      .updateTable('outbox')
      .set((row) => ({
        not_before: row.case().when('not_before', '>', now).then(now).else(row.ref('not_before')).end(),
      }))
      .where('kind', '=', kind)
      .where('account_id', '=', accountId)
      .where('settled', '=', NO)
      .where('key', '>=', keyPrefix)
      .where('key', '<', pastPrefix(keyPrefix))
      .executeTakeFirst();
    return happened(result);
  }

  /** The rows stay, so that their keys stay known. */
  async cancel(keyPrefix: string): Promise<number> {
    const { numUpdatedRows } = await this.#db
      .updateTable('outbox')
      .set({ status: 'cancelled', settled: 1 })
      .where('status', '=', 'queued')
      .where('key', '>=', keyPrefix)
      .where('key', '<', pastPrefix(keyPrefix))
      .executeTakeFirstOrThrow();
    return Number(numUpdatedRows);
  }

  async count(bot: string, status: OutboxStatus): Promise<number> {
    const { count } = await this.#db
      .selectFrom('outbox')
      .select((row) => row.fn.countAll<number>().as('count'))
      .where('bot', '=', bot)
      .where('status', '=', status)
      .executeTakeFirstOrThrow();
    return count;
  }

  async findSent(bot: OutboxItem['bot'], accountId: string, messageId: number): Promise<OutboxItem | undefined> {
    const row = await this.#db
      .selectFrom('outbox')
      .selectAll()
      .where('bot', '=', bot)
      .where('account_id', '=', accountId)
      .where('message_id', '=', messageId)
      .where('status', '=', 'sent')
      .$narrowType<{ status: 'sent' }>()
      .executeTakeFirst();
    return row && outboxItemFromRow(row);
  }

  async messageOf(key: string): Promise<number | undefined> {
    const row = await this.#db.selectFrom('outbox').select('message_id').where('key', '=', key).executeTakeFirst();
    return row?.message_id ?? undefined;
  }

  async readdress(bot: OutboxItem['bot'], from: string, to: string): Promise<void> {
    await this.#db
      .updateTable('outbox')
      .set({ account_id: to })
      .where('bot', '=', bot)
      .where('account_id', '=', from)
      .where('settled', '=', NO)
      .execute();
  }

  async oldestDue(bot: string, now: Instant): Promise<Instant | null> {
    const { oldest } = await this.#db
      .selectFrom('outbox')
      .select(({ fn }) => fn.min<Instant | null>('not_before').as('oldest'))
      .where('bot', '=', bot)
      .where('settled', '=', NO)
      .where('priority', '<', PRIORITY.broadcast)
      .where('not_before', '<=', now)
      .executeTakeFirstOrThrow();
    return oldest;
  }

  /** The item, unless it is over or somebody has it. */
  #free(id: string) {
    return this.#db
      .updateTable('outbox')
      .where('id', '=', id)
      .where('settled', '=', NO)
      .where('status', '!=', 'sending');
  }
}

/** Whether nothing more is tried; for an uncertain item that hangs on what it says. */
function settledAs(status: OutboxStatus): Flag | RawBuilder<Flag> {
  if (status === 'uncertain') return sql<Flag>`case when kind in (${sql.join(SENT_AGAIN)}) then 0 else 1 end`;
  return isFinal(status);
}

function firstOfEachChat<Row extends Pick<OutboxRow, 'account_id'>>(rows: Row[]): Row[] {
  const chats = new Set<string>();
  return rows.filter(({ account_id: chat }) => chats.size < chats.add(chat).size);
}
