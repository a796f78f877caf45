import { StorageFault } from './storage-fault.ts';

/** The path in `sqlite:path` or of a plain path; `:memory:` stays as it is. */
export function sqlitePath(url: string): string {
  const path = url.startsWith('sqlite:') ? url.slice('sqlite:'.length).replace(/^\/\//, '') : url;
  if (path === '') throw new StorageFault('unsupported-url', 'The database URL names no file: give sqlite:PATH.');
  // Two letters or more: one is a drive. Nothing of the rest is repeated, for it may hold a password.
  const scheme = /^([a-z][a-z0-9+.-]+):/i.exec(path)?.[1]?.toLowerCase();
  if (scheme === undefined) return path;
  if (scheme === 'postgres' || scheme === 'postgresql') {
    throw new StorageFault('unsupported-url', 'PostgreSQL is not supported yet: give sqlite:PATH.');
  }
  throw new StorageFault('unsupported-url', `A database URL can't start with ${scheme}: — give sqlite:PATH.`);
}
