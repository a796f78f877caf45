import { type RingKey, ringKeys } from '../../engine/document/issuer/key-ring.ts';
import { issuerStanding, outlivedDays, outlivedKey } from '../../engine/document/issuer/standing.ts';
import type { Policy, SignatureLevel } from '../../engine/policy/policy.ts';
import type { Alert } from '../../engine/ports/stores/service-stores.ts';
import type { Storage } from '../../engine/ports/storage.ts';
import type { Instant } from '../../engine/time/instant.ts';
import type { Issuers } from './load-issuers.ts';

/**
 * Days before the end at which staff are told again. The first is when `issuerStanding` begins to warn; where copies
 * have no time stamp there is another one, when `outlivedKey` does.
 */
const STAGES = [60, 14, 3, 0];

export interface WatchedIssuers extends Pick<Issuers, 'signers'> {
  /** At which an issuer's copies are signed now; asked for those that can sign. */
  level: (issuer: string, at: Instant) => SignatureLevel;
}

/**
 * Has staff told of issuers whose certificates end soon or have ended, or end before the longest copies do, once at
 * each stage, and takes the alerts back of those that have been renewed.
 */
export async function watchIssuers(
  storage: Storage,
  { level, signers }: WatchedIssuers,
  { maxDays }: Pick<Policy['validity'], 'maxDays'>,
  now: Instant,
): Promise<void> {
  const alerts = [...signers].flatMap(([issuer, ring]) => {
    const alert = alertOf({ issuer, keys: ringKeys(ring), level, maxDays }, now);
    return alert ? [alert] : [];
  });
  const due = new Set(alerts.map(({ key }) => key));
  await storage.transact(async (tx) => {
    for (const { key } of await tx.alerts.openOfKind('issuer-expiring')) {
      if (!due.has(key)) await tx.alerts.clear(key);
    }
    for (const alert of alerts) await tx.alerts.raise(alert);
  });
}

interface Watched extends Pick<WatchedIssuers, 'level'> {
  issuer: string;
  keys: readonly RingKey[];
  maxDays: number;
}

function alertOf({ issuer, keys, level, maxDays }: Watched, at: Instant): Alert | undefined {
  const kind = 'issuer-expiring';
  const key = `${kind}:${issuer}`;
  const standing = issuerStanding(keys, at);
  if (standing.kind === 'cannot-sign') return { key: `${key}:ended`, kind, at, facts: { issuer } };
  const outlived = level(issuer, at) === 'B-B' ? outlivedKey(keys, at, maxDays) : undefined;
  const end = outlived ?? (standing.kind === 'ends-soon' ? standing : undefined);
  if (!end) return undefined;
  const { days, until } = end;
  const facts = { issuer, until, days, ...(outlived && { outlived: 'yes' }) };
  return { key: `${key}:${until}:${stageOf(days, outlived && maxDays)}`, kind, at, facts };
}

function stageOf(days: number, maxDays: number | undefined): number {
  const stages = maxDays === undefined ? STAGES : [...STAGES, outlivedDays(maxDays)];
  return Math.min(...stages.filter((stage) => days <= stage));
}
