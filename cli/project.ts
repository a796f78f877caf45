import path from 'node:path';
import { type Config, parseConfig, readConfigFiles, readEnv } from '../config.ts';
import type { Storage } from '../engine/ports/storage.ts';
import { openDatabase } from '../service/open-database.ts';

/** The folder that relative paths of the configuration start at. */
const PROJECT_DIR = path.dirname(import.meta.dirname);

/** Throws ConfigFault with every mistake. */
export function loadConfig(): Config {
  const env = readEnv(process.env, PROJECT_DIR);
  return parseConfig(env, readConfigFiles(env, PROJECT_DIR), PROJECT_DIR);
}

/** A file that somebody named: npm runs scripts in the project's folder and says in INIT_CWD where it was called. */
export function fromWhereCalled(file: string): string {
  return path.resolve(process.env['INIT_CWD'] ?? process.cwd(), file);
}

/** Opens the database for the time of `work`. */
export async function withStorage<T>(config: Config, work: (storage: Storage) => Promise<T>): Promise<T> {
  const storage = await openDatabase(config);
  try {
    return await work(storage);
  } finally {
    await storage.close();
  }
}
