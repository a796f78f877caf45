import type { PersonalData } from './personal-data.ts';
import { StorageFault } from './storage-fault.ts';
import type { Db } from './tables.ts';

/** Whether the database was tied to a data key; one that was only migrated is not. */
export async function isTiedToKey(db: Db): Promise<boolean> {
  const tables = await db.introspection.getTables();
  if (!tables.some((table) => table.name === 'data_key')) return false;
  return (await db.selectFrom('data_key').select('fingerprint').executeTakeFirst()) !== undefined;
}

/**
 * Ties a new database to its data key, and throws StorageFault `wrong-key` when an old one is opened with
 * another key, before anything is read or written that could not be read again.
 */
export async function checkKey(db: Db, personal: PersonalData, path: string): Promise<void> {
  const { fingerprint } = personal;
  const known = await db.selectFrom('data_key').select('fingerprint').executeTakeFirst();
  if (!known) {
    await db.insertInto('data_key').values({ fingerprint }).execute();
    return;
  }
  if (known.fingerprint === fingerprint) return;
  const message = `The data key is not the one that the database ${path} was made with: restore that key file.`;
  throw new StorageFault('wrong-key', message, { path });
}
