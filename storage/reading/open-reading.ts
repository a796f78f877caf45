import { Kysely } from 'kysely';
import type { Reading } from '../../engine/ports/stores/verification-stores.ts';
import { sqlitePath } from '../database-url.ts';
import { checkKey } from '../key-check.ts';
import { PersonalData } from '../personal-data.ts';
import { SqlIssuedStore } from '../endorsement/issued-store.ts';
import { IssuedReading } from './issued-reading.ts';
import { SqliteDialect } from '../sqlite/sqlite-dialect.ts';
import { storesOf } from '../stores-of.ts';
import type { Tables } from '../tables.ts';
import { ReadingDriver } from './reading-driver.ts';

export interface OpenReading extends Reading {
  close(): Promise<void>;
}

/**
 * Opens a database file a second time, for reading only (docs/adr/0016). `openStorage` must have opened it before, which
 * makes and migrates it. Throws StorageFault.
 */
export async function openReading({ url, dataKey }: { url: string; dataKey: Uint8Array }): Promise<OpenReading> {
  const path = sqlitePath(url);
  const personal = new PersonalData(dataKey);
  const db = new Kysely<Tables>({ dialect: new SqliteDialect(() => new ReadingDriver(path)) });
  try {
    await checkKey(db, personal, path);
  } catch (error) {
    await db.destroy();
    throw error;
  }
  // Without a transaction: a question of verification is one statement, which sees one state by itself.
  const stores = { ...storesOf(db, personal), issued: new IssuedReading(new SqlIssuedStore(db, personal)) };
  return {
    read: (work) => work(stores),
    close: () => db.destroy(),
  };
}
