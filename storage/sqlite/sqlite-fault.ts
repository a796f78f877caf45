import { StorageFault, type StorageFaultCode } from '../storage-fault.ts';

interface Explanation {
  code: StorageFaultCode;
  sentence: (path: string, detail: string) => string;
}

// Primary result codes, https://sqlite.org/rescode.html.
const EXPLANATIONS: Readonly<Record<string, Explanation>> = {
  SQLITE_BUSY: { code: 'locked', sentence: (path) => `The database ${path} is locked by another process.` },
  SQLITE_LOCKED: { code: 'locked', sentence: (path) => `The database ${path} is locked by another process.` },
  SQLITE_CORRUPT: {
    code: 'corrupt',
    sentence: (path, detail) => `The database ${path} is damaged: ${detail}. Restore it from a backup.`,
  },
  SQLITE_NOTADB: { code: 'not-a-database', sentence: (path) => `The file ${path} is not an SQLite database.` },
  SQLITE_CANTOPEN: {
    code: 'cannot-open',
    sentence: (path) =>
      `The database ${path} can't be opened: check that it is there, and that its folder may be written.`,
  },
  SQLITE_READONLY: {
    code: 'unwritable',
    sentence: (path) => `The database ${path} can't be written: check who owns it.`,
  },
  SQLITE_PERM: { code: 'unwritable', sentence: (path) => `The database ${path} can't be written: check who owns it.` },
  SQLITE_FULL: { code: 'full', sentence: (path) => `There is no room left for the database ${path}.` },
  SQLITE_CONSTRAINT: { code: 'constraint', sentence: (_path, detail) => `The database refused a row: ${detail}.` },
};

/** An error of sqlite3 as a fault. SQLite's own messages name tables and columns, never values. */
export function sqliteFault(error: unknown, path: string): StorageFault {
  const detail = error instanceof Error ? error.message.replace(/^SQLITE_[A-Z]+: /, '') : String(error);
  const explanation = EXPLANATIONS[resultCode(error)];
  if (!explanation)
    return new StorageFault('failed', `The database ${path} failed: ${detail}.`, { path, cause: error });
  return new StorageFault(explanation.code, explanation.sentence(path, detail), { path, cause: error });
}

function resultCode(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}
