import type { Storage } from '../../engine/ports/storage.ts';
import { openStorage } from '../../storage/open-storage.ts';

/** Every test encrypts with this key: bytes 1 to 32. */
export const TEST_DATA_KEY = Uint8Array.from({ length: 32 }, (_, index) => index + 1);

/** A real SQLite, in memory unless a file is named, with all tables and nothing in them. */
export function openTestStorage(url = ':memory:'): Promise<Storage> {
  return openStorage({ url, dataKey: TEST_DATA_KEY });
}
