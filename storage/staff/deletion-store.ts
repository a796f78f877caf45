import type { DeletionStore } from '../../engine/ports/stores/staff-stores.ts';
import type { Instant } from '../../engine/time/instant.ts';
import type { Db } from '../tables.ts';

export class SqlDeletionStore implements DeletionStore {
  readonly #db: Db;

  constructor(db: Db) {
    this.#db = db;
  }

  async add({ chatId, messageId, at }: Parameters<DeletionStore['add']>[0]): Promise<void> {
    await this.#db
      .insertInto('staff_deletion')
      .values({ chat_id: chatId, message_id: messageId, at })
      .onConflict((conflict) => conflict.columns(['chat_id', 'message_id']).doUpdateSet({ at }))
      .execute();
  }

  async due(now: Instant, limit: number): Promise<{ chatId: number; messageId: number }[]> {
    const rows = await this.#db
      .selectFrom('staff_deletion')
      .select(['chat_id', 'message_id'])
      .where('at', '<=', now)
      .orderBy('at')
      .limit(limit)
      .execute();
    return rows.map(({ chat_id: chatId, message_id: messageId }) => ({ chatId, messageId }));
  }

  async done({ chatId, messageId }: Parameters<DeletionStore['done']>[0]): Promise<void> {
    await this.#db
      .deleteFrom('staff_deletion')
      .where('chat_id', '=', chatId)
      .where('message_id', '=', messageId)
      .execute();
  }
}
