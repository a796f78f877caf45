import type { Kysely } from 'kysely';
import { StorageFault } from '../storage-fault.ts';
import type { Tables } from '../tables.ts';
import { registry } from './0001-registry.ts';
import { accounts } from './0002-accounts.ts';
import { endorsements } from './0003-endorsements.ts';
import { service } from './0004-service.ts';
import { verification } from './0005-verification.ts';
import { endorsementsOfAccount } from './0006-endorsements-of-account.ts';
import { staff } from './0007-staff.ts';
import { tickets } from './0008-tickets.ts';
import { broadcasts } from './0009-broadcasts.ts';
import { policy } from './0010-policy.ts';
import { alerts } from './0011-alerts.ts';
import { holderSearch } from './0012-holder-search.ts';
import { statistics } from './0013-statistics.ts';
import { unansweredUpdates } from './0014-unanswered-updates.ts';
import { verificationNotices } from './0021-verification-notices.ts';
import { taskTopics } from './0022-task-topics.ts';
import { knownRevocations } from './0023-known-revocations.ts';
import { promisedBy } from './0024-promised-by.ts';
import { broadcastCounts } from './0025-broadcast-counts.ts';
import { lookedForOften } from './0026-what-is-looked-for-often.ts';
import { dialogsByExpiry } from './0027-dialogs-by-expiry.ts';
import { topicTries } from './0028-topic-tries.ts';
import { alertsByIssuer } from './0029-alerts-by-issuer.ts';
import type { Migration } from './migration.ts';

const MIGRATIONS: readonly Migration[] = [
  registry,
  accounts,
  endorsements,
  service,
  verification,
  endorsementsOfAccount,
  staff,
  tickets,
  broadcasts,
  policy,
  alerts,
  holderSearch,
  statistics,
  unansweredUpdates,
  verificationNotices,
  taskTopics,
  knownRevocations,
  promisedBy,
  broadcastCounts,
  lookedForOften,
  dialogsByExpiry,
  topicTries,
  alertsByIssuer,
];

/** The name of the newest. */
export const SCHEMA = MIGRATIONS.at(-1)?.name ?? '';

/** Names of migrations, in order. */
export interface MigrationStatus {
  applied: string[];
  pending: string[];
  /** Applied by a newer version of Jiazhu, which alone understands this database. */
  unknown: string[];
}

/**
 * Brings the schema up to date in one transaction, so that a failed step leaves what was, and two
 * processes that start at once take turns. Returns the names of what was applied now. Throws
 * StorageFault `schema-newer` when a newer version of Jiazhu has migrated this database.
 */
export function migrate(db: Kysely<Tables>, path: string): Promise<string[]> {
  return db.transaction().execute(async (tx) => {
    await tx.schema
      .createTable('schema_migration')
      .ifNotExists()
      .addColumn('name', 'text', (column) => column.primaryKey().notNull())
      .execute();
    const { pending, unknown } = compare(await appliedNames(tx));
    if (unknown.length > 0) throw newer(path, unknown);
    for (const migration of MIGRATIONS) {
      if (!pending.includes(migration.name)) continue;
      await migration.up(tx.$pickTables<never>());
      await tx.insertInto('schema_migration').values({ name: migration.name }).execute();
    }
    return pending;
  });
}

/** What `migrate` would do; writes nothing. */
export async function migrationStatus(db: Kysely<Tables>): Promise<MigrationStatus> {
  const tables = await db.introspection.getTables();
  if (!tables.some((table) => table.name === 'schema_migration')) return compare([]);
  return compare(await appliedNames(db));
}

async function appliedNames(db: Kysely<Tables>): Promise<string[]> {
  const rows = await db.selectFrom('schema_migration').select('name').orderBy('name').execute();
  return rows.map((row) => row.name);
}

function compare(applied: string[]): MigrationStatus {
  const known = MIGRATIONS.map((migration) => migration.name);
  return {
    applied,
    pending: known.filter((name) => !applied.includes(name)),
    unknown: applied.filter((name) => !known.includes(name)),
  };
}

function newer(path: string, unknown: readonly string[]): StorageFault {
  const message = `The database ${path} was made by a newer version of Jiazhu (${unknown.join(', ')}): use that version.`;
  return new StorageFault('schema-newer', message, { path });
}
