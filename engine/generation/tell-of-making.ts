import { UnavailableFault } from '../document/faults.ts';
import type { MadeCopy, Unavailable } from '../ports/copy-maker.ts';
import type { Transaction } from '../ports/storage.ts';
import type { Instant } from '../time/instant.ts';
import { alertIssuer, clearIssuerAlerts } from './issuer-alerts.ts';

/** Alerts staff of what keeps a copy, endorsed or plain, from being made now. Of other faults it says nothing. */
export async function tellOfFault(
  tx: Transaction,
  now: Instant,
  issuer: string | undefined,
  fault: unknown,
): Promise<void> {
  await alertIssuer(tx, now, issuer, fault);
  if (fault instanceof UnavailableFault) await alertOutage(tx, now, fault);
}

/** Whose copy was made, for whom and by which issuer; `about` names what it is of. */
export interface Making {
  issuer: string | undefined;
  accountId: string | null;
  holderId: string;
  about: { endorsementId: string } | { certificateId: string };
}

/**
 * Ends the alerts that a copy, now made, proves to be over, and keeps on record when it is at a lower level than
 * wanted. One that isn't lacks nothing, so there is no outage that holds up or lowers others.
 */
export async function tellOfCopy(
  tx: Transaction,
  now: Instant,
  { about, accountId, holderId, issuer }: Making,
  { level = 'B-B', lowered }: MadeCopy,
): Promise<void> {
  await clearIssuerAlerts(tx, issuer);
  if (!lowered) {
    await tx.alerts.clear('timestamp-unavailable');
    await tx.alerts.clear('revocation-unavailable');
    return;
  }
  const facts = { ...about, level, because: lowered.code, detail: lowered.detail };
  await tx.journal.add({ at: now, kind: 'signature-level-lowered', accountId, holderId, facts });
  await alertOutage(tx, now, lowered);
}

/** One alert for all the copies that an outage holds up or lowers; a revoked key is its issuer's affair. */
async function alertOutage(tx: Transaction, now: Instant, { code, detail }: Unavailable): Promise<void> {
  if (code !== 'certificate-revoked') await tx.alerts.raise({ key: code, kind: code, at: now, facts: { detail } });
}
