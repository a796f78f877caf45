import type { MadeCopy } from '../ports/copy-maker.ts';
import type { Transaction } from '../ports/storage.ts';
import type { Instant } from '../time/instant.ts';
import { alertDocuments, clearDocumentAlert } from './document-alerts.ts';
import { alertIssuer, alertLowered, clearIssuerAlerts } from './issuer-alerts.ts';

/** Whose copy was made, for whom and by which issuer; `about` names what it is of. */
export interface Making {
  issuer: string | undefined;
  accountId: string | null;
  holderId: string;
  about: { endorsementId: string } | { certificateId: string };
}

/**
 * Ends the alerts that a copy, now made, proves to be over, and keeps on record when it is at a lower level than
 * wanted.
 */
export async function tellOfCopy(
  tx: Transaction,
  now: Instant,
  { about, accountId, holderId, issuer }: Making,
  copy: MadeCopy,
): Promise<void> {
  const { level = 'B-B', lowered } = copy;
  await clearDocumentAlert(tx);
  await clearIssuerAlerts(tx, issuer, copy);
  if (!lowered) return;
  const facts = { ...about, level, because: lowered.code, detail: lowered.detail };
  await tx.journal.add({ at: now, kind: 'signature-level-lowered', accountId, holderId, facts });
  await alertLowered(tx, now, issuer, lowered);
}

/** Has staff told of what kept a copy from being made, where that is for them to mend; `attempts` counts this one. */
export async function tellOfFault(
  tx: Transaction,
  now: Instant,
  fault: unknown,
  { attempts, issuer }: Pick<Making, 'issuer'> & { attempts: number },
): Promise<void> {
  await alertIssuer(tx, now, issuer, fault);
  await alertDocuments(tx, now, fault, { attempts });
}
