import { existsSync } from 'node:fs';
import type { Config } from '../config.ts';
import type { Storage } from '../engine/ports/storage.ts';
import { loadDataKey } from '../storage/key-file.ts';
import { databaseNeedsKey, openStorage } from '../storage/open-storage.ts';
import { type OpenReading, openReading } from '../storage/reading/open-reading.ts';

/** The database is there, but not the key to it; `message` says what to do. */
export class DataKeyFault extends Error {
  override readonly name = 'DataKeyFault';
}

/** Opens the database with the operator's data key. What is missing is made, but for the key of a database in use. */
export async function openDatabase({
  databaseUrl,
  dataKeyFile,
}: Pick<Config, 'databaseUrl' | 'dataKeyFile'>): Promise<Storage> {
  // A new key would open nothing, and would stand where the old one has to be brought back to.
  if (!existsSync(dataKeyFile) && (await isInUse(databaseUrl))) {
    throw new DataKeyFault(
      `The data key ${dataKeyFile} is missing, and the database can't be read without it; bring it back from its backup.`,
    );
  }
  const dataKey = await loadDataKey(dataKeyFile);
  return openStorage({ url: databaseUrl, dataKey });
}

/** Opens the database that is open a second time, for those who only read. */
export async function openForReading({
  databaseUrl,
  dataKeyFile,
}: Pick<Config, 'databaseUrl' | 'dataKeyFile'>): Promise<OpenReading> {
  return openReading({ url: databaseUrl, dataKey: await loadDataKey(dataKeyFile) });
}

/** Whether there is a database with something in it that only its own key opens. */
export async function isInUse(databaseUrl: string): Promise<boolean> {
  return existsSync(databaseUrl.replace(/^sqlite:/, '')) && (await databaseNeedsKey(databaseUrl));
}
