import { type Kysely, sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Storage } from '../../engine/ports/storage.ts';
import type { AuditFlaw } from '../../engine/staff/audit.ts';
import { verifyAudit } from '../../engine/staff/verify-audit.ts';
import { PersonalData } from '../../storage/personal-data.ts';
import { storesOf } from '../../storage/stores-of.ts';
import type { Tables } from '../../storage/tables.ts';
import { beginMigrated, inMemory } from '../fakes/migrated-database.ts';
import { TEST_DATA_KEY } from '../fakes/test-storage.ts';
import { auditEntry, member } from './staff-samples.ts';

const ROWS = 5;

let db: Kysely<Tables>;
let storage: Storage;

beforeEach(async () => {
  db = inMemory(beginMigrated);
  const personal = new PersonalData(TEST_DATA_KEY);
  storage = {
    transact: (work) => db.transaction().execute((tx) => work(storesOf(tx, personal))),
    close: () => db.destroy(),
  };
  await storage.transact(async (tx) => {
    for (let n = 1; n <= ROWS; n += 1) await tx.staff.audit.add(auditEntry(n));
    await tx.staff.members.insert(member(1));
  });
});
afterEach(() => storage.close());

/** Does what somebody with the file, but without the data key, could do. */
async function tamper(...statements: string[]): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

function broken(sequence: number, because: AuditFlaw['because']): AuditFlaw {
  return { kind: 'broken', sequence, because };
}

// For each column of a row, values that differ from what the samples have there.
const FORGERIES: Record<string, string> = {
  at: 'at + 1',
  member_id: `'member-2'`,
  role: `'admin'`,
  capability: `'help'`,
  action: `'/help'`,
  holder_id: 'null',
  about: `about || ' '`,
  reason: `(select reason from staff_audit as other where other.sequence <> staff_audit.sequence)`,
  refusal: `''`,
  facts: `replace(facts, 'false', 'true')`,
  hash: `(select hash from staff_audit as other where other.sequence <> staff_audit.sequence)`,
};

describe('tampering with the audit is noticed:', () => {
  it('an untouched one is whole', async () => {
    const { hash } = await storage.transact((tx) => tx.staff.audit.head());
    expect(await verifyAudit(storage)).toEqual({ kind: 'whole', rows: ROWS, hash });
  });

  it('every column of a row is tried', async () => {
    const row = await db.selectFrom('staff_audit').selectAll().limit(1).executeTakeFirstOrThrow();
    expect(Object.keys(row).sort()).toEqual(['sequence', ...Object.keys(FORGERIES)].sort());
  });

  const everyRow = Array.from({ length: ROWS }, (_, index) => index + 1);
  it.each(Object.entries(FORGERIES))('another %s, in any row', async (column, forged) => {
    for (const sequence of everyRow) {
      const before = await db.selectFrom('staff_audit').selectAll().where('sequence', '=', sequence).executeTakeFirst();
      await tamper(`update staff_audit set ${column} = ${forged} where sequence = ${sequence}`);
      expect(await verifyAudit(storage)).toEqual(broken(sequence, 'altered'));
      await db.updateTable('staff_audit').set(before!).where('sequence', '=', sequence).execute();
    }
    expect(await verifyAudit(storage)).toMatchObject({ kind: 'whole' });
  });

  it.each([1, 3, 4])('row %i deleted', async (sequence) => {
    await tamper(`delete from staff_audit where sequence = ${sequence}`);
    expect(await verifyAudit(storage)).toEqual(broken(sequence, 'missing'));
  });

  it('a row deleted and those behind it moved up', async () => {
    await tamper(
      'delete from staff_audit where sequence = 2',
      'update staff_audit set sequence = sequence - 1 where sequence > 2',
    );
    expect(await verifyAudit(storage)).toEqual(broken(2, 'altered'));
  });

  it('two rows swapped', async () => {
    await tamper(
      'update staff_audit set sequence = 99 where sequence = 2',
      'update staff_audit set sequence = 2 where sequence = 4',
      'update staff_audit set sequence = 4 where sequence = 99',
    );
    expect(await verifyAudit(storage)).toEqual(broken(2, 'altered'));
  });

  it.each([
    ['in front', 0, broken(0, 'added')],
    ['behind the last', ROWS + 1, broken(ROWS + 1, 'head-altered')],
  ])('a row put %s', async (_where, sequence, verdict) => {
    const row = await db.selectFrom('staff_audit').selectAll().where('sequence', '=', 1).executeTakeFirstOrThrow();
    await db
      .insertInto('staff_audit')
      .values({ ...row, sequence })
      .execute();
    expect(await verifyAudit(storage)).toEqual(verdict);
  });

  it('the end cut off', async () => {
    await tamper('delete from staff_audit where sequence > 3');
    expect(await verifyAudit(storage)).toEqual(broken(4, 'cut-off'));
  });

  it('the end cut off and the head set to what is left', async () => {
    await tamper(
      'delete from staff_audit where sequence > 3',
      'update staff_audit_head set "rows" = 3, hash = (select hash from staff_audit where sequence = 3)',
    );
    expect(await verifyAudit(storage)).toEqual(broken(4, 'head-altered'));
  });

  it.each([
    'delete from staff_audit_head',
    `update staff_audit_head set seal = null`,
    `update staff_audit_head set "rows" = 4`,
  ])('the head by `%s`', async (statement) => {
    await tamper(statement);
    expect(await verifyAudit(storage)).toMatchObject({ kind: 'broken', because: 'head-altered' });
  });

  it('everything deleted, as if nothing had ever been done', async () => {
    await tamper('delete from staff_audit', 'update staff_audit_head set "rows" = 0, hash = null, seal = null');
    expect(await verifyAudit(storage)).toEqual(broken(1, 'head-altered'));
  });

  it('an end grown anew over the one that was cut off, with an older head put back', async () => {
    const old = await db.selectFrom('staff_audit_head').selectAll().executeTakeFirstOrThrow();
    await storage.transact((tx) => tx.staff.audit.add(auditEntry(6)));
    await db.updateTable('staff_audit_head').set(old).execute();
    expect(await verifyAudit(storage)).toEqual(broken(6, 'head-altered'));
  });

  it.each([
    [
      'the end cut off and the head set to what is left',
      [
        'delete from staff_audit where sequence > 3',
        'update staff_audit_head set "rows" = 3, hash = (select hash from staff_audit where sequence = 3)',
      ],
    ],
    [
      'everything deleted, as if nothing had ever been done',
      ['delete from staff_audit', 'update staff_audit_head set "rows" = 0, hash = null, seal = null'],
    ],
    ['the head forged', [`update staff_audit_head set seal = 'forged'`]],
  ])('%s, also after the service went on writing', async (_what, statements) => {
    await tamper(...statements);
    for (const n of [6, 7]) await storage.transact((tx) => tx.staff.audit.add(auditEntry(n)));
    expect(await verifyAudit(storage)).toMatchObject({ kind: 'broken', because: 'head-altered' });
  });
});
