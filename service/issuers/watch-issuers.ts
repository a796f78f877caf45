import { ringKeys } from '../../engine/document/issuer/key-ring.ts';
import { type IssuerStanding, issuerStanding } from '../../engine/document/issuer/standing.ts';
import type { Alert } from '../../engine/ports/stores/service-stores.ts';
import type { Storage } from '../../engine/ports/storage.ts';
import type { Instant } from '../../engine/time/instant.ts';
import type { Issuers } from './load-issuers.ts';

/** Days before the end at which staff are told again. The first is when `issuerStanding` begins to warn. */
const STAGES = [60, 14, 3, 0];

/**
 * Has staff told of issuers whose certificates end soon or have ended, once at each stage, and takes the alerts back of
 * those that have been renewed.
 */
export async function watchIssuers(
  storage: Storage,
  { signers }: Pick<Issuers, 'signers'>,
  now: Instant,
): Promise<void> {
  const alerts = [...signers].flatMap(([issuer, ring]) => {
    const alert = alertOf(issuer, issuerStanding(ringKeys(ring), now), now);
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

function alertOf(issuer: string, standing: IssuerStanding, at: Instant): Alert | undefined {
  if (standing.kind === 'holds') return undefined;
  const key = `issuer-expiring:${issuer}`;
  if (standing.kind === 'cannot-sign') return { key: `${key}:ended`, kind: 'issuer-expiring', at, facts: { issuer } };
  const { days, until } = standing;
  const stage = STAGES.findLast((stage) => days <= stage) ?? 0;
  return { key: `${key}:${until}:${stage}`, kind: 'issuer-expiring', at, facts: { issuer, until, days } };
}
