import type { SelectQueryBuilder, Selectable } from 'kysely';
import type { FailureCount } from '../../engine/linking/link.ts';
import type { AccountStore } from '../../engine/ports/stores/account-stores.ts';
import type { Account } from '../../engine/ports/account.ts';
import type { Language } from '../../engine/ports/language.ts';
import type { Instant } from '../../engine/time/instant.ts';
import { failureColumns, failureCount } from '../failure-columns.ts';
import type { AccountRow, Db, Tables } from '../tables.ts';

type Change = Partial<Omit<Selectable<AccountRow>, 'id' | 'user_id' | 'created_at'>>;

/** An erased account keeps its row, without a user id, for the endorsements that refer to it; nothing finds it. */
export class SqlAccountStore implements AccountStore {
  readonly #db: Db;

  constructor(db: Db) {
    this.#db = db;
  }

  async get(id: string): Promise<Account | undefined> {
    return toAccount(await this.#all().where('id', '=', id).executeTakeFirst());
  }

  async findByUser(userId: number): Promise<Account | undefined> {
    return toAccount(await this.#all().where('user_id', '=', userId).executeTakeFirst());
  }

  async insert(account: Account): Promise<void> {
    await this.#db
      .insertInto('account')
      .values({
        id: account.id,
        user_id: account.userId,
        language: account.language,
        language_chosen: account.languageChosen ? 1 : 0,
        reminders_muted: account.remindersMuted ? 1 : 0,
        verifications_muted: account.verificationsMuted ? 1 : 0,
        blocked_at: account.blockedAt,
        created_at: account.createdAt,
        last_failure_at: null,
        locked_until: null,
      })
      .execute();
  }

  setLanguage(id: string, language: Language, chosen: boolean): Promise<void> {
    return this.#change(id, { language, language_chosen: chosen ? 1 : 0 });
  }

  setRemindersMuted(id: string, muted: boolean): Promise<void> {
    return this.#change(id, { reminders_muted: muted ? 1 : 0 });
  }

  setVerificationsMuted(id: string, muted: boolean): Promise<void> {
    return this.#change(id, { verifications_muted: muted ? 1 : 0 });
  }

  setBlocked(id: string, at: Instant | null): Promise<void> {
    return this.#change(id, { blocked_at: at });
  }

  async failures(id: string): Promise<FailureCount> {
    return failureCount(await this.#all().where('id', '=', id).executeTakeFirst());
  }

  setFailures(id: string, count: FailureCount): Promise<void> {
    return this.#change(id, failureColumns(count));
  }

  /**
   * Deletes the dialog, what is still to be sent or told, and an active link, and cuts the user off from the
   * account. Ended links, agreements, endorsements and the journal stay: they name no person.
   */
  async erase(id: string): Promise<void> {
    await this.#db.deleteFrom('dialog').where('account_id', '=', id).execute();
    await this.#db.deleteFrom('outbox').where('account_id', '=', id).execute();
    await this.#db.deleteFrom('verification_notice').where('account_id', '=', id).execute();
    await this.#db.deleteFrom('link').where('account_id', '=', id).where('ended_at', 'is', null).execute();
    await this.#db
      .updateTable('account')
      .set({ user_id: null, failures: 0, last_failure_at: null, locked_until: null, blocked_at: null })
      .where('id', '=', id)
      .execute();
  }

  #all(): SelectQueryBuilder<Tables, 'account', Selectable<AccountRow>> {
    return this.#db.selectFrom('account').selectAll().where('user_id', 'is not', null);
  }

  async #change(id: string, change: Change): Promise<void> {
    await this.#db.updateTable('account').set(change).where('id', '=', id).where('user_id', 'is not', null).execute();
  }
}

function toAccount(row: Selectable<AccountRow> | undefined): Account | undefined {
  if (!row || row.user_id === null) return undefined;
  return {
    id: row.id,
    userId: row.user_id,
    language: row.language,
    languageChosen: row.language_chosen === 1,
    remindersMuted: row.reminders_muted === 1,
    verificationsMuted: row.verifications_muted === 1,
    blockedAt: row.blocked_at,
    createdAt: row.created_at,
  };
}
