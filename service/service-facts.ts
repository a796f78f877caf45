import { existsSync, readFileSync, statSync } from 'node:fs';
import type { ServiceFigures } from '../bot/staff/service-figures.ts';
import { RecentErrors } from '../bot/telegram/log/recent-errors.ts';
import type { Clock } from '../engine/ports/clock.ts';
import { sqlitePath } from '../storage/database-url.ts';
import { SCHEMA } from '../storage/migrations/migrate.ts';

const PACKAGE = new URL('../package.json', import.meta.url);

/** What staff see of the process itself. */
export function serviceFacts({
  clock,
  databaseUrl,
  errors = new RecentErrors(clock),
}: {
  clock: Clock;
  databaseUrl: string;
  errors?: RecentErrors | undefined;
}): () => Omit<ServiceFigures, 'holderSender' | 'staffSender'> {
  const versions = { jiazhu: ownVersion(), node: process.versions.node, schema: SCHEMA };
  const startedAt = clock.now();
  return () => ({
    versions,
    startedAt,
    database: { kind: 'SQLite', bytes: sizeOf(sqlitePath(databaseUrl)) },
    errors: errors.list(),
  });
}

function ownVersion(): string {
  const { version }: { version?: unknown } = JSON.parse(readFileSync(PACKAGE, 'utf8'));
  return String(version);
}

/** With what is in the log of writes and not yet in the file. */
function sizeOf(file: string): number | null {
  const parts = [file, `${file}-wal`].filter((part) => existsSync(part));
  return parts.length === 0 ? null : parts.reduce((sum, part) => sum + statSync(part).size, 0);
}
