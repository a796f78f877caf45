import { type Selectable, sql } from 'kysely';
import type { Audience, Broadcast, BroadcastStatus } from '../../engine/broadcast/broadcast.ts';
import { broadcastKey } from '../../engine/broadcast/broadcast-key.ts';
import { PRIORITY } from '../../engine/outbox/outbox-item.ts';
import type { BroadcastStore } from '../../engine/ports/stores/broadcast-store.ts';
import type { CivilDate } from '../../engine/time/civil-date.ts';
import type { Instant } from '../../engine/time/instant.ts';
import type { PersonalData } from '../personal-data.ts';
import { happened, JsonColumn, NO, pastPrefix } from '../rows.ts';
import { SealedColumn } from '../sealed-column.ts';
import type { Db, Tables } from '../tables.ts';
import { audienceOf } from './audience.ts';

const AUDIENCE = new JsonColumn<Audience>();

// Written into the statement, because a bound parameter keeps SQLite from using a partial index.
const ACTIVE = sql<boolean>`status in ('scheduled', 'running')`;

export class SqlBroadcastStore implements BroadcastStore {
  readonly #db: Db;
  readonly #texts: SealedColumn<Broadcast['texts']>;

  constructor(db: Db, personal: PersonalData) {
    this.#db = db;
    this.#texts = new SealedColumn(personal, 'broadcast', 'texts');
  }

  async insert(broadcast: Broadcast): Promise<void> {
    await this.#db
      .insertInto('broadcast')
      .values({
        id: broadcast.id,
        audience: AUDIENCE.write(broadcast.audience),
        texts: this.#texts.seal(broadcast.id, broadcast.texts),
        created_by: broadcast.createdBy,
        created_at: broadcast.createdAt,
        start_at: broadcast.startAt,
        status: broadcast.status,
        expected: broadcast.expected,
        cursor: broadcast.cursor,
        changed_by: broadcast.changedBy,
        changed_at: broadcast.changedAt,
        ended_at: broadcast.endedAt,
        sent: broadcast.sent,
        failed: broadcast.failed,
      })
      .execute();
  }

  async get(id: string): Promise<Broadcast | undefined> {
    const row = await this.#db.selectFrom('broadcast').selectAll().where('id', '=', id).executeTakeFirst();
    return row && this.#read(row);
  }

  async list({ offset, limit }: { offset: number; limit: number }): Promise<Broadcast[]> {
    const rows = await this.#db
      .selectFrom('broadcast')
      .selectAll()
      .orderBy('created_at', 'desc')
      .orderBy('id', 'desc')
      .offset(offset)
      .limit(limit)
      .execute();
    return rows.map((row) => this.#read(row));
  }

  async count(): Promise<number> {
    const { count } = await this.#db
      .selectFrom('broadcast')
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow();
    return count;
  }

  async active(now: Instant): Promise<Broadcast[]> {
    const rows = await this.#db
      .selectFrom('broadcast')
      .selectAll()
      .where(ACTIVE)
      .where('start_at', '<=', now)
      .orderBy('start_at')
      .orderBy('id')
      .execute();
    return rows.map((row) => this.#read(row));
  }

  async changeStatus(
    id: string,
    from: readonly BroadcastStatus[],
    to: BroadcastStatus,
    { by, at }: { by: string | null; at: Instant },
  ): Promise<boolean> {
    const ended = to === 'done' || to === 'cancelled';
    const result = await this.#db
      .updateTable('broadcast')
      .set({ status: to, changed_by: by, changed_at: at, ...(ended && { ended_at: at }) })
      .where('id', '=', id)
      .where('status', 'in', from)
      .executeTakeFirst();
    return happened(result);
  }

  async advance(id: string, cursor: string): Promise<void> {
    await this.#db.updateTable('broadcast').set({ cursor }).where('id', '=', id).execute();
  }

  async accounts(audience: Audience, today: CivilDate, after: string | null, limit: number): Promise<string[]> {
    const all = audienceOf(this.#db, audience, today)
      .select('link.account_id as id')
      .orderBy('link.account_id')
      .limit(limit);
    const rows = await (after === null ? all : all.where('link.account_id', '>', after)).execute();
    return rows.map(({ id }) => id);
  }

  async countAccounts(audience: Audience, today: CivilDate): Promise<number> {
    const { count } = await audienceOf(this.#db, audience, today)
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow();
    return count;
  }

  async waiting(id: string): Promise<number> {
    const prefix = broadcastKey(id);
    const { count } = await this.#db
      .selectFrom('outbox')
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .where('bot', '=', 'holder')
      .where('priority', '=', PRIORITY.broadcast)
      .where('settled', '=', NO)
      .where('key', '>=', prefix)
      .where('key', '<', pastPrefix(prefix))
      .executeTakeFirstOrThrow();
    return count;
  }

  async countDelivery(id: string, end: 'sent' | 'failed'): Promise<void> {
    await this.#db
      .updateTable('broadcast')
      .set((row) => ({ [end]: row(end, '+', 1) }))
      .where('id', '=', id)
      .execute();
  }

  #read(row: Selectable<Tables['broadcast']>): Broadcast {
    return {
      id: row.id,
      audience: AUDIENCE.read(row.audience),
      texts: this.#texts.open(row.id, row.texts),
      createdBy: row.created_by,
      createdAt: row.created_at,
      startAt: row.start_at,
      status: row.status,
      expected: row.expected,
      cursor: row.cursor,
      changedBy: row.changed_by,
      changedAt: row.changed_at,
      endedAt: row.ended_at,
      sent: row.sent,
      failed: row.failed,
    };
  }
}
