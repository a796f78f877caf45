import { sql } from 'kysely';
import type { Migration } from './migration.ts';

/**
 * There used to be one alert about revoked keys for all issuers, which named none. What it is about is raised again,
 * under its issuer, by the next copy that waits for it; otherwise it is over.
 */
export const revokedByIssuer: Migration = {
  name: '0029-revoked-by-issuer',
  async up(db) {
    await sql`delete from alert where key = 'certificate-revoked'`.execute(db);
  },
};
