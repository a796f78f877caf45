import type { Agreement, ServiceNotice } from '../../engine/notice/service-notice.ts';
import type { AgreementStore } from '../../engine/ports/stores/account-stores.ts';
import type { Bilingual } from '../../engine/ports/language.ts';
import { happened, JsonColumn } from '../rows.ts';
import type { Db } from '../tables.ts';

const TEXTS = new JsonColumn<Bilingual>();

export class SqlAgreementStore implements AgreementStore {
  readonly #db: Db;

  constructor(db: Db) {
    this.#db = db;
  }

  async publish(notice: ServiceNotice): Promise<boolean> {
    const result = await this.#db
      .insertInto('service_notice')
      .values({
        version: notice.version,
        texts: TEXTS.write(notice.texts),
        published_at: notice.publishedAt,
      })
      .onConflict((conflict) => conflict.column('version').doNothing())
      .executeTakeFirst();
    return happened(result);
  }

  async currentNotice(): Promise<ServiceNotice | undefined> {
    const row = await this.#db
      .selectFrom('service_notice')
      .selectAll()
      .orderBy('version', 'desc')
      .limit(1)
      .executeTakeFirst();
    if (!row) return undefined;
    return { version: row.version, texts: TEXTS.read(row.texts), publishedAt: row.published_at };
  }

  async add(agreement: Agreement): Promise<void> {
    await this.#db
      .insertInto('agreement')
      .values({
        holder_id: agreement.holderId,
        account_id: agreement.accountId,
        version: agreement.version,
        language: agreement.language,
        text_hash: agreement.textHash,
        agreed_at: agreement.agreedAt,
        channel: agreement.channel,
      })
      .execute();
  }

  async agreedVersion(holderId: string): Promise<string | undefined> {
    const row = await this.#db
      .selectFrom('agreement')
      .select('version')
      .where('holder_id', '=', holderId)
      .orderBy('sequence', 'desc')
      .limit(1)
      .executeTakeFirst();
    return row?.version;
  }

  async ofHolder(holderId: string): Promise<Agreement[]> {
    const rows = await this.#db
      .selectFrom('agreement')
      .selectAll()
      .where('holder_id', '=', holderId)
      .orderBy('sequence')
      .execute();
    return rows.map((row) => ({
      holderId: row.holder_id,
      accountId: row.account_id,
      version: row.version,
      language: row.language,
      textHash: row.text_hash,
      agreedAt: row.agreed_at,
      channel: row.channel,
    }));
  }
}
