import { existsSync } from 'node:fs';
import type { Config } from '../config.ts';
import type { Storage } from '../engine/ports/storage.ts';
import { loadDataKey } from '../storage/key-file.ts';
import { openStorage } from '../storage/open-storage.ts';

/** The database is there, but not the key to it; `message` says what to do. */
export class DataKeyFault extends Error {
  override readonly name = 'DataKeyFault';
}

/** Opens the database with the operator's data key. Both are made when neither is there. */
export async function openDatabase({
  databaseUrl,
  dataKeyFile,
}: Pick<Config, 'databaseUrl' | 'dataKeyFile'>): Promise<Storage> {
  // A new key would open nothing, and would stand where the old one has to be brought back to.
  if (!existsSync(dataKeyFile) && existsSync(databaseUrl.replace(/^sqlite:/, ''))) {
    throw new DataKeyFault(
      `The data key ${dataKeyFile} is missing, and the database can't be read without it; bring it back from its backup.`,
    );
  }
  const dataKey = await loadDataKey(dataKeyFile);
  return openStorage({ url: databaseUrl, dataKey });
}
