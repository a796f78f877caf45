import type { Storage } from '../../engine/ports/storage.ts';
import { openStorage } from '../../storage/open-storage.ts';
import { beginMigrated } from './migrated-database.ts';

/** Every test encrypts with this key: bytes 1 to 32. */
export const TEST_DATA_KEY = Uint8Array.from({ length: 32 }, (_, index) => index + 1);

/**
 * A real SQLite with all tables and nothing in them: in memory, where nothing is migrated, unless a file is named, which
 * is opened as the service opens it.
 */
export function openTestStorage(url?: string): Promise<Storage> {
  if (url !== undefined) return openStorage({ url, dataKey: TEST_DATA_KEY });
  return openStorage({ url: ':memory:', dataKey: TEST_DATA_KEY, onOpen: beginMigrated });
}
