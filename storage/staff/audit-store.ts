import type { SelectQueryBuilder, Selectable } from 'kysely';
import type { AuditStore } from '../../engine/ports/stores/staff-stores.ts';
import type { AuditEntry, AuditFlaw, AuditHead, AuditRow, AuditSearch } from '../../engine/staff/audit.ts';
import type { PersonalData } from '../personal-data.ts';
import { JsonColumn } from '../rows.ts';
import { SealedColumn } from '../sealed-column.ts';
import type { Db, Tables } from '../tables.ts';
import { headSeal, rowHash, type UnhashedRow } from './audit-chain.ts';
import type { StaffAuditRow } from './staff-tables.ts';

const FACTS = new JsonColumn<AuditEntry['facts']>();

const HEAD = 1;

type SealedHead = AuditHead & { seal: string | null };

/**
 * Each row carries a keyed hash over itself and the hash before, and a row of its own, the head, says how many there
 * are and what the last hash is, keyed as well. Who can write the file but lacks the data key can change, add, delete or
 * swap no row, and cut off no end, without `verifyAudit` naming it. What they can do is put the whole file back
 * to an earlier copy; and a thief of both file and key can write a chain of their own. Neither can reach a head that was
 * noted elsewhere before: `audit verify` and the bot's `/status` print it for that.
 */
export class SqlAuditStore implements AuditStore {
  readonly #db: Db;
  readonly #personal: PersonalData;
  readonly #reason: SealedColumn<string>;

  constructor(db: Db, personal: PersonalData) {
    this.#db = db;
    this.#personal = personal;
    this.#reason = new SealedColumn(personal, 'staff_audit', 'reason');
  }

  async add(entry: AuditEntry): Promise<AuditRow> {
    const before = await this.#lockHead();
    const sequence = before.rows + 1;
    const unhashed = this.#toRow(entry, sequence);
    const hash = rowHash(this.#personal, unhashed, before.hash);
    await this.#db
      .insertInto('staff_audit')
      .values({ ...unhashed, hash })
      .execute();
    // Beside a head that we didn't write the seal stays as it is: a new one would vouch for what was done to the rows.
    const seal = (await this.#isSealed(before)) ? headSeal(this.#personal, { rows: sequence, hash }) : before.seal;
    await this.#db.updateTable('staff_audit_head').set({ hash, seal }).where('id', '=', HEAD).execute();
    return { ...entry, sequence };
  }

  async search(by: AuditSearch, page: { offset: number; limit: number }): Promise<AuditRow[]> {
    const rows = await this.#matching(by)
      .selectAll()
      .orderBy('sequence', 'desc')
      .offset(page.offset)
      .limit(page.limit)
      .execute();
    return rows.map((row) => this.#fromRow(row));
  }

  async count(by: AuditSearch): Promise<number> {
    const { count } = await this.#matching(by)
      .select((row) => row.fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow();
    return count;
  }

  async head(): Promise<AuditHead & { sound: boolean }> {
    const row = await this.#db.selectFrom('staff_audit_head').selectAll().where('id', '=', HEAD).executeTakeFirst();
    if (!row) return { rows: 0, hash: null, sound: false };
    const { rows, hash } = row;
    return { rows, hash, sound: (await this.#isSealed(row)) && (await this.#last()) === rows };
  }

  async checkRows(after: AuditHead, limit: number): Promise<AuditHead | AuditFlaw> {
    const rows = await this.#db
      .selectFrom('staff_audit')
      .selectAll()
      // The first look has no lower bound, so that a row numbered 0 or less is seen too.
      .$if(after.rows > 0, (query) => query.where('sequence', '>', after.rows))
      .orderBy('sequence')
      .limit(limit)
      .execute();
    let checked: AuditHead = { rows: after.rows, hash: after.hash };
    for (const { hash, ...row } of rows) {
      const expected = checked.rows + 1;
      if (row.sequence > expected) return { kind: 'broken', sequence: expected, because: 'missing' };
      if (row.sequence < expected) return { kind: 'broken', sequence: row.sequence, because: 'added' };
      const sound = hash === rowHash(this.#personal, row, checked.hash);
      if (!sound) return { kind: 'broken', sequence: expected, because: 'altered' };
      checked = { rows: expected, hash };
    }
    return checked;
  }

  /** Counting first locks the head, so that on any database two that write at once take turns. */
  async #lockHead(): Promise<SealedHead> {
    const { rows, hash, seal } = await this.#db
      .updateTable('staff_audit_head')
      .set((row) => ({ rows: row('rows', '+', 1) }))
      .where('id', '=', HEAD)
      .returning(['rows', 'hash', 'seal'])
      .executeTakeFirstOrThrow();
    return { rows: rows - 1, hash, seal };
  }

  /** The first head is written by the migration, which has no key. Nobody becomes a member without an audit row. */
  async #isSealed({ rows, hash, seal }: SealedHead): Promise<boolean> {
    if (rows === 0) return hash === null && !(await this.#anyMember());
    return seal === headSeal(this.#personal, { rows, hash });
  }

  #matching(by: AuditSearch): SelectQueryBuilder<Tables, 'staff_audit', object> {
    const { memberId, holderId, about, capability, refused, since, until } = by;
    let query = this.#db.selectFrom('staff_audit');
    if (memberId === null) query = query.where('member_id', 'is', null);
    else if (memberId !== undefined) query = query.where('member_id', '=', memberId);
    if (holderId !== undefined) query = query.where('holder_id', '=', holderId);
    if (about !== undefined) query = query.where('about', '=', about);
    if (capability !== undefined) query = query.where('capability', '=', capability);
    if (refused !== undefined) query = query.where('refusal', refused ? 'is not' : 'is', null);
    if (since !== undefined) query = query.where('at', '>=', since);
    if (until !== undefined) query = query.where('at', '<', until);
    return query;
  }

  async #last(): Promise<number> {
    const { last } = await this.#db
      .selectFrom('staff_audit')
      .select((row) => row.fn.max<number | null>('sequence').as('last'))
      .executeTakeFirstOrThrow();
    return last ?? 0;
  }

  async #anyMember(): Promise<boolean> {
    return (await this.#db.selectFrom('staff_member').select('id').limit(1).executeTakeFirst()) !== undefined;
  }

  #toRow(entry: AuditEntry, sequence: number): UnhashedRow {
    return {
      sequence,
      at: entry.at,
      member_id: entry.memberId,
      role: entry.role,
      capability: entry.capability,
      action: entry.action,
      holder_id: entry.holderId,
      about: entry.about,
      reason: entry.reason === null ? null : this.#reason.seal(String(sequence), entry.reason),
      refusal: entry.refusal,
      facts: FACTS.write(entry.facts),
    };
  }

  #fromRow(row: Selectable<StaffAuditRow>): AuditRow {
    return {
      sequence: row.sequence,
      at: row.at,
      memberId: row.member_id,
      role: row.role,
      capability: row.capability,
      action: row.action,
      holderId: row.holder_id,
      about: row.about,
      reason: row.reason && this.#reason.open(String(row.sequence), row.reason),
      refusal: row.refusal,
      facts: FACTS.read(row.facts),
    };
  }
}
