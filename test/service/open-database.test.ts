import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { DataKeyFault, openDatabase } from '../../service/open-database.ts';
import { migrateDatabase } from '../../storage/open-storage.ts';

let folder: string;
let places: { databaseUrl: string; dataKeyFile: string };

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'jiazhu-open-'));
  places = { databaseUrl: `sqlite:${path.join(folder, 'jiazhu.db')}`, dataKeyFile: path.join(folder, 'data.key') };
});
afterEach(() => rmSync(folder, { recursive: true }));

it('makes database and key when neither is there', async () => {
  await (await openDatabase(places)).close();
  expect(existsSync(places.dataKeyFile)).toBe(true);
  await (await openDatabase(places)).close();
});

it('makes the key of a database that was only migrated', async () => {
  await migrateDatabase(places.databaseUrl);
  await (await openDatabase(places)).close();
  expect(existsSync(places.dataKeyFile)).toBe(true);
});

it('makes no new key for a database in use, whose own key is missing', async () => {
  await (await openDatabase(places)).close();
  rmSync(places.dataKeyFile);
  await expect(openDatabase(places)).rejects.toThrow(DataKeyFault);
  expect(existsSync(places.dataKeyFile)).toBe(false);
});
