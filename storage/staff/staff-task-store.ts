import type { StaffTask, StaffTaskStore } from '../../engine/ports/stores/staff-stores.ts';
import type { Instant } from '../../engine/time/instant.ts';
import type { PersonalData } from '../personal-data.ts';
import { happened, NO } from '../rows.ts';
import { SealedColumn } from '../sealed-column.ts';
import type { Db } from '../tables.ts';

/** A finished task's row stays, without its payload, so that the same id is one task for good. */
export class SqlStaffTaskStore implements StaffTaskStore {
  readonly #db: Db;
  readonly #payload: SealedColumn<StaffTask['payload']>;

  constructor(db: Db, personal: PersonalData) {
    this.#db = db;
    this.#payload = new SealedColumn(personal, 'staff_task', 'payload');
  }

  async add(task: Omit<StaffTask, 'attempts'>): Promise<boolean> {
    const { id, kind, memberId, chatId, threadId, payload, createdAt } = task;
    const result = await this.#db
      .insertInto('staff_task')
      .values({
        id,
        kind,
        member_id: memberId,
        chat_id: chatId,
        thread_id: threadId,
        payload: this.#payload.seal(id, payload),
        attempts: 0,
        created_at: createdAt,
        lease_until: null,
        finished: 0,
      })
      .onConflict((conflict) => conflict.column('id').doNothing())
      .executeTakeFirst();
    return happened(result);
  }

  async claim(now: Instant, leaseUntil: Instant): Promise<StaffTask | undefined> {
    const row = await this.#db
      .selectFrom('staff_task')
      .selectAll()
      .where('finished', '=', NO)
      .where((eb) => eb.or([eb('lease_until', 'is', null), eb('lease_until', '<=', now)]))
      .orderBy('created_at')
      .orderBy('id')
      .limit(1)
      .executeTakeFirst();
    if (!row || row.payload === null) return undefined;
    const taken = await this.#db
      .updateTable('staff_task')
      .set({ lease_until: leaseUntil, attempts: row.attempts + 1 })
      .where('id', '=', row.id)
      .where('attempts', '=', row.attempts)
      .executeTakeFirst();
    if (!happened(taken)) return undefined;
    const { id, kind, member_id: memberId, chat_id: chatId, thread_id: threadId, created_at: createdAt } = row;
    const payload = this.#payload.open(id, row.payload);
    return { id, kind, memberId, chatId, threadId, payload, attempts: row.attempts + 1, createdAt };
  }

  async finish(task: StaffTask): Promise<boolean> {
    const result = await this.#db
      .updateTable('staff_task')
      .set({ finished: 1, lease_until: null, payload: null })
      .where('id', '=', task.id)
      .where('attempts', '=', task.attempts)
      .where('lease_until', 'is not', null)
      .executeTakeFirst();
    return happened(result);
  }

  async recover(): Promise<number> {
    const { numUpdatedRows } = await this.#db
      .updateTable('staff_task')
      .set({ lease_until: null })
      .where('finished', '=', NO)
      .where('lease_until', 'is not', null)
      .executeTakeFirstOrThrow();
    return Number(numUpdatedRows);
  }
}
