import type { NotNull } from 'kysely';
import type { UpdateStore } from '../../engine/ports/stores/account-stores.ts';
import type { Instant } from '../../engine/time/instant.ts';
import type { PersonalData } from '../personal-data.ts';
import { SealedColumn } from '../sealed-column.ts';
import type { Db } from '../tables.ts';

export class SqlUpdateStore implements UpdateStore {
  readonly #db: Db;
  readonly #reply: SealedColumn<unknown>;

  constructor(db: Db, personal: PersonalData) {
    this.#db = db;
    this.#reply = new SealedColumn(personal, 'bot_update', 'reply');
  }

  async find(bot: string, updateId: number): Promise<{ answered: boolean; reply: unknown } | undefined> {
    const row = await this.#db
      .selectFrom('bot_update')
      .select('reply')
      .where('bot', '=', bot)
      .where('update_id', '=', updateId)
      .executeTakeFirst();
    if (!row) return undefined;
    if (row.reply === null) return { answered: true, reply: null };
    return { answered: false, reply: this.#reply.open(rowKey(bot, updateId), row.reply) };
  }

  async note(bot: string, updateId: number, reply: unknown, at: Instant): Promise<void> {
    const sealed = this.#reply.seal(rowKey(bot, updateId), reply ?? null);
    await this.#db.insertInto('bot_update').values({ bot, update_id: updateId, reply: sealed, noted_at: at }).execute();
  }

  async unanswered(bot: string): Promise<{ updateId: number; reply: unknown }[]> {
    const rows = await this.#db
      .selectFrom('bot_update')
      .select(['update_id', 'reply'])
      .where('bot', '=', bot)
      .where('reply', 'is not', null)
      .orderBy('noted_at')
      .orderBy('update_id')
      .$narrowType<{ reply: NotNull }>()
      .execute();
    return rows.map(({ update_id: updateId, reply }) => ({
      updateId,
      reply: this.#reply.open(rowKey(bot, updateId), reply),
    }));
  }

  async keepRest(bot: string, updateId: number, rest: unknown): Promise<void> {
    const sealed = this.#reply.seal(rowKey(bot, updateId), rest);
    await this.#db
      .updateTable('bot_update')
      .set({ reply: sealed })
      .where('bot', '=', bot)
      .where('update_id', '=', updateId)
      .execute();
  }

  async markAnswered(bot: string, updateId: number): Promise<void> {
    await this.#db
      .updateTable('bot_update')
      .set({ reply: null })
      .where('bot', '=', bot)
      .where('update_id', '=', updateId)
      .execute();
  }

  async prune(before: Instant): Promise<number> {
    const { numDeletedRows } = await this.#db
      .deleteFrom('bot_update')
      .where('noted_at', '<', before)
      .executeTakeFirstOrThrow();
    return Number(numDeletedRows);
  }
}

function rowKey(bot: string, updateId: number): string {
  return JSON.stringify([bot, updateId]);
}
