import { sql } from 'kysely';
import type {
  GatheredVerification,
  VerificationNotice,
  VerificationNoticeStore,
} from '../../engine/ports/stores/verification-notice-store.ts';
import type { Instant } from '../../engine/time/instant.ts';
import type { Db } from '../tables.ts';

export class SqlVerificationNoticeStore implements VerificationNoticeStore {
  readonly #db: Db;

  constructor(db: Db) {
    this.#db = db;
  }

  async latest(accountId: string): Promise<VerificationNotice | undefined> {
    const row = await this.#db
      .selectFrom('verification_notice')
      .select(['day', 'sequence', 'sent_from'])
      .where('account_id', '=', accountId)
      .orderBy('day', 'desc')
      .orderBy('sequence', 'desc')
      .limit(1)
      .executeTakeFirst();
    return row && { accountId, day: row.day, sequence: row.sequence, from: row.sent_from };
  }

  async gather(
    { accountId: account_id, day, sequence, from: sent_from }: VerificationNotice,
    { endorsementId: endorsement_id, way, count, lastAt: last_at }: GatheredVerification,
  ): Promise<void> {
    await this.#db
      .insertInto('verification_notice')
      .values({ account_id, day, sequence, sent_from, endorsement_id, way, count, last_at })
      .onConflict((conflict) =>
        conflict.columns(['account_id', 'day', 'sequence', 'endorsement_id', 'way']).doUpdateSet(({ ref }) => ({
          count: sql<number>`${ref('verification_notice.count')} + ${count}`,
          last_at,
        })),
      )
      .execute();
  }

  async gathered({ accountId, day, sequence }: Omit<VerificationNotice, 'from'>): Promise<GatheredVerification[]> {
    const rows = await this.#db
      .selectFrom('verification_notice')
      .select(['endorsement_id', 'way', 'count', 'last_at'])
      .where('account_id', '=', accountId)
      .where('day', '=', day)
      .where('sequence', '=', sequence)
      .orderBy('last_at', 'desc')
      .orderBy('endorsement_id')
      .orderBy('way')
      .execute();
    return rows.map(({ endorsement_id: endorsementId, last_at: lastAt, ...row }) => ({
      ...row,
      endorsementId,
      lastAt,
    }));
  }

  async prune(before: Instant): Promise<number> {
    const { numDeletedRows } = await this.#db
      .deleteFrom('verification_notice')
      .where('sent_from', '<', before)
      .executeTakeFirstOrThrow();
    return Number(numDeletedRows);
  }
}
