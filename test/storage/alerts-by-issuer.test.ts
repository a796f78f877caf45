import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { migrate } from '../../storage/migrations/migrate.ts';
import { inMemory } from '../fakes/migrated-database.ts';

it('alerts that should name an issuer and don’t end when a database from before is brought up to date', async () => {
  const db = inMemory();
  await migrate(db, ':memory:');
  for (const key of [
    'certificate-revoked',
    'certificate-revoked:ministry',
    'revocation-unavailable',
    'timestamp-unavailable',
  ]) {
    await sql`insert into alert (key, kind, at, facts) values (${key}, 'certificate-revoked', 1, '')`.execute(db);
  }
  await db.deleteFrom('schema_migration').where('name', '=', '0029-alerts-by-issuer').execute();
  await migrate(db, ':memory:');
  const left = await db.selectFrom('alert').select('key').orderBy('key').execute();
  await db.destroy();
  expect(left.map(({ key }) => key)).toEqual(['certificate-revoked:ministry', 'timestamp-unavailable']);
});
