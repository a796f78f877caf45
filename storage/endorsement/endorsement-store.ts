import { type SelectQueryBuilder, type Selectable, sql } from 'kysely';
import type { Endorsement, EndorsementStatus } from '../../engine/endorsement/endorsement.ts';
import type { EndorsementStore } from '../../engine/ports/stores/endorsement-stores.ts';
import type { CivilDate } from '../../engine/time/civil-date.ts';
import type { Instant } from '../../engine/time/instant.ts';
import { happened } from '../rows.ts';
import type { Db, EndorsementRow, Tables } from '../tables.ts';
import { endorsementFromRow, endorsementToRow } from './endorsement-row.ts';

type Ending = Parameters<EndorsementStore['transition']>[3];
type Query = SelectQueryBuilder<Tables, 'endorsement', Selectable<EndorsementRow>>;

// Written into the statement, because a bound parameter keeps SQLite from using a partial index.
const VALID = sql.lit<EndorsementStatus>('valid');
const UNFINISHED = sql<boolean>`status in ('requested', 'generating')`;

export class SqlEndorsementStore implements EndorsementStore {
  readonly #db: Db;

  constructor(db: Db) {
    this.#db = db;
  }

  async insert(endorsement: Endorsement, requestKey: string): Promise<boolean> {
    const result = await this.#db
      .insertInto('endorsement')
      .values({ ...endorsementToRow(endorsement), request_key: requestKey })
      .onConflict((conflict) => conflict.column('request_key').doNothing())
      .executeTakeFirst();
    return happened(result);
  }

  get(id: string): Promise<Endorsement | undefined> {
    return one(this.#all().where('id', '=', id));
  }

  findByRequestKey(requestKey: string): Promise<Endorsement | undefined> {
    return one(this.#all().where('request_key', '=', requestKey));
  }

  findByNumber(number: string): Promise<Endorsement | undefined> {
    return one(this.#all().where('number', '=', number));
  }

  findByVerificationCode(code: string): Promise<Endorsement | undefined> {
    return one(this.#all().where('verification_code', '=', code));
  }

  findBySha256(sha256: string): Promise<Endorsement | undefined> {
    return one(this.#all().where('sha256', '=', sha256).orderBy('requested_at', 'desc').limit(1));
  }

  ofCertificateSince(certificateId: string, since: CivilDate): Promise<Endorsement[]> {
    return many(
      this.#all()
        .where('certificate_id', '=', certificateId)
        .where('asked_on', '>=', since)
        .orderBy('asked_on')
        .orderBy('requested_at')
        .orderBy('id'),
    );
  }

  async ofCertificate(certificateId: string, statuses: readonly EndorsementStatus[]): Promise<Endorsement[]> {
    if (statuses.length === 0) return [];
    return many(
      this.#all()
        .where('certificate_id', '=', certificateId)
        .where('status', 'in', statuses)
        .orderBy('asked_on')
        .orderBy('requested_at')
        .orderBy('id'),
    );
  }

  async ofAccount(accountId: string, statuses: readonly EndorsementStatus[]): Promise<Endorsement[]> {
    if (statuses.length === 0) return [];
    return many(
      this.#all()
        .where('account_id', '=', accountId)
        .where('status', 'in', statuses)
        .orderBy('requested_at')
        .orderBy('id'),
    );
  }

  ofHolder(holderId: string, page: { offset: number; limit: number }): Promise<Endorsement[]> {
    return many(
      this.#all()
        .where('holder_id', '=', holderId)
        .orderBy('requested_at', 'desc')
        .orderBy('id', 'desc')
        .limit(page.limit)
        .offset(page.offset),
    );
  }

  async countOfHolder(holderId: string): Promise<number> {
    const { count } = await this.#db
      .selectFrom('endorsement')
      .select((row) => row.fn.countAll<number>().as('count'))
      .where('holder_id', '=', holderId)
      .executeTakeFirstOrThrow();
    return count;
  }

  async transition(
    id: string,
    from: readonly EndorsementStatus[],
    to: EndorsementStatus,
    change: Ending,
  ): Promise<boolean> {
    if (from.length === 0) return false;
    const result = await this.#db
      .updateTable('endorsement')
      .set({
        status: to,
        ...(change.generatedAt !== undefined && { generated_at: change.generatedAt }),
        ...(change.endedAt !== undefined && { ended_at: change.endedAt }),
        ...(change.endedBecause !== undefined && { ended_because: change.endedBecause }),
        ...(change.sha256 !== undefined && { sha256: change.sha256 }),
      })
      .where('id', '=', id)
      .where('status', 'in', from)
      .executeTakeFirst();
    return happened(result);
  }

  async setProgressMessage(id: string, messageId: number): Promise<void> {
    await this.#db.updateTable('endorsement').set({ progress_message_id: messageId }).where('id', '=', id).execute();
  }

  lapsed(today: CivilDate, limit: number): Promise<Endorsement[]> {
    return many(this.#validByEnd(limit).where('last_day', '<', today));
  }

  endingBetween(
    from: CivilDate,
    to: CivilDate,
    limit: number,
    after?: { lastDay: CivilDate; id: string },
  ): Promise<Endorsement[]> {
    const ending = this.#validByEnd(limit).where('last_day', '>=', from).where('last_day', '<=', to);
    if (!after) return many(ending);
    return many(ending.where((eb) => eb(eb.refTuple('last_day', 'id'), '>', eb.tuple(after.lastDay, after.id))));
  }

  overdue(now: Instant, limit: number): Promise<Endorsement[]> {
    return many(
      this.#all()
        .where(UNFINISHED)
        .where('promised_by', '<', now)
        .where('overdue_told_at', 'is', null)
        .orderBy('promised_by')
        .orderBy('id')
        .limit(limit),
    );
  }

  async markOverdueTold(id: string, at: Instant): Promise<boolean> {
    const result = await this.#db
      .updateTable('endorsement')
      .set({ overdue_told_at: at })
      .where('id', '=', id)
      .where('overdue_told_at', 'is', null)
      .executeTakeFirst();
    return happened(result);
  }

  #all(): Query {
    return this.#db.selectFrom('endorsement').selectAll();
  }

  #validByEnd(limit: number): Query {
    return this.#all().where('status', '=', VALID).orderBy('last_day').orderBy('id').limit(limit);
  }
}

async function one(query: Query): Promise<Endorsement | undefined> {
  const row = await query.executeTakeFirst();
  return row && endorsementFromRow(row);
}

async function many(query: Query): Promise<Endorsement[]> {
  return (await query.execute()).map(endorsementFromRow);
}
