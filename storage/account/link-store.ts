import type { Link, LinkEnd } from '../../engine/linking/link.ts';
import type { LinkStore } from '../../engine/ports/stores/account-stores.ts';
import type { Instant } from '../../engine/time/instant.ts';
import { happened } from '../rows.ts';
import type { Db, LinkRow } from '../tables.ts';

export class SqlLinkStore implements LinkStore {
  readonly #db: Db;

  constructor(db: Db) {
    this.#db = db;
  }

  activeOfAccount(accountId: string): Promise<Link | undefined> {
    return this.#active('account_id', accountId);
  }

  activeOfHolder(holderId: string): Promise<Link | undefined> {
    return this.#active('holder_id', holderId);
  }

  async insert(link: Link): Promise<void> {
    await this.#db
      .insertInto('link')
      .values({
        id: link.id,
        account_id: link.accountId,
        holder_id: link.holderId,
        proof: link.proof,
        linked_at: link.linkedAt,
        ended_at: link.endedAt,
        ended_because: link.endedBecause,
      })
      .execute();
  }

  async end(id: string, because: LinkEnd, at: Instant): Promise<boolean> {
    const result = await this.#db
      .updateTable('link')
      .set({ ended_at: at, ended_because: because })
      .where('id', '=', id)
      .where('ended_at', 'is', null)
      .executeTakeFirst();
    return happened(result);
  }

  async #active(end: 'account_id' | 'holder_id', id: string): Promise<Link | undefined> {
    const row = await this.#db
      .selectFrom('link')
      .selectAll()
      .where(end, '=', id)
      .where('ended_at', 'is', null)
      .executeTakeFirst();
    return row && fromRow(row);
  }
}

function fromRow(row: LinkRow): Link {
  return {
    id: row.id,
    accountId: row.account_id,
    holderId: row.holder_id,
    proof: row.proof,
    linkedAt: row.linked_at,
    endedAt: row.ended_at,
    endedBecause: row.ended_because,
  };
}
