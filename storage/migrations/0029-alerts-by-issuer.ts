import { sql } from 'kysely';
import type { Migration } from './migration.ts';

/**
 * Alerts about revoked keys and unavailable revocation data used to be one each for all issuers, and to name none. What
 * they are about is raised again, under its issuer, by the next copy that it concerns; otherwise it is over.
 */
export const alertsByIssuer: Migration = {
  name: '0029-alerts-by-issuer',
  async up(db) {
    await sql`delete from alert where key in ('certificate-revoked', 'revocation-unavailable')`.execute(db);
  },
};
