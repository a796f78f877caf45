import type { Selectable } from 'kysely';
import type { Proposal, ProposalStore } from '../../engine/ports/stores/staff-stores.ts';
import type { Instant } from '../../engine/time/instant.ts';
import type { PersonalData } from '../personal-data.ts';
import { happened } from '../rows.ts';
import { SealedColumn } from '../sealed-column.ts';
import type { Db } from '../tables.ts';
import type { StaffProposalRow } from './staff-tables.ts';

export class SqlProposalStore implements ProposalStore {
  readonly #db: Db;
  readonly #reason: SealedColumn<string>;
  readonly #payload: SealedColumn<Proposal['payload']>;

  constructor(db: Db, personal: PersonalData) {
    this.#db = db;
    this.#reason = new SealedColumn(personal, 'staff_proposal', 'reason');
    this.#payload = new SealedColumn(personal, 'staff_proposal', 'payload');
  }

  async insert({ id, kind, askedBy, askedAt, reason, payload, expiresAt, decision }: Proposal): Promise<void> {
    await this.#db
      .insertInto('staff_proposal')
      .values({
        id,
        kind,
        asked_by: askedBy,
        asked_at: askedAt,
        reason: this.#reason.seal(id, reason),
        payload: this.#payload.seal(id, payload),
        expires_at: expiresAt,
        decision: decision?.kind ?? null,
        decided_by: decision?.by ?? null,
        decided_at: decision?.at ?? null,
      })
      .execute();
  }

  async get(id: string): Promise<Proposal | undefined> {
    const row = await this.#db.selectFrom('staff_proposal').selectAll().where('id', '=', id).executeTakeFirst();
    return row && this.#fromRow(row);
  }

  async open(now: Instant): Promise<Proposal[]> {
    const rows = await this.#db
      .selectFrom('staff_proposal')
      .selectAll()
      .where('decision', 'is', null)
      .where('expires_at', '>', now)
      .orderBy('asked_at')
      .orderBy('id')
      .execute();
    return rows.map((row) => this.#fromRow(row));
  }

  async decide(id: string, { kind, by, at }: NonNullable<Proposal['decision']>): Promise<boolean> {
    const result = await this.#db
      .updateTable('staff_proposal')
      .set({ decision: kind, decided_by: by, decided_at: at })
      .where('id', '=', id)
      .where('decision', 'is', null)
      .where('expires_at', '>', at)
      .executeTakeFirst();
    return happened(result);
  }

  #fromRow(row: Selectable<StaffProposalRow>): Proposal {
    return {
      id: row.id,
      kind: row.kind,
      askedBy: row.asked_by,
      askedAt: row.asked_at,
      reason: this.#reason.open(row.id, row.reason),
      payload: this.#payload.open(row.id, row.payload),
      expiresAt: row.expires_at,
      decision: decisionOf(row),
    };
  }
}

function decisionOf({ decision: kind, decided_by: by, decided_at: at }: StaffProposalRow): Proposal['decision'] {
  return kind === null || by === null || at === null ? null : { kind, by, at };
}
