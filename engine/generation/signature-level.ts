import type { Endorsement } from '../endorsement/endorsement.ts';
import type { MadeCopy, Unavailable } from '../ports/copy-maker.ts';
import type { Transaction } from '../ports/storage.ts';
import type { Instant } from '../time/instant.ts';

/** One alert for all the copies that an outage holds up or lowers; it stays until one is made without. */
export async function alertUnavailable(tx: Transaction, now: Instant, { code, detail }: Unavailable): Promise<void> {
  await tx.alerts.raise({ key: code, kind: code, at: now, facts: { detail } });
}

/** Keeps on record that a copy is at a lower level than wanted; a copy that isn't ends the alerts of the outage. */
export async function noteLevel(
  tx: Transaction,
  now: Instant,
  { accountId, holderId, id }: Pick<Endorsement, 'id' | 'holderId' | 'accountId'>,
  { level = 'B-B', lowered }: MadeCopy,
): Promise<void> {
  if (lowered) {
    const facts = { endorsementId: id, level, because: lowered.code, detail: lowered.detail };
    await tx.journal.add({ at: now, kind: 'signature-level-lowered', accountId, holderId, facts });
    await alertUnavailable(tx, now, lowered);
    return;
  }
  // At B-B, the level that needs nobody, a copy says nothing about an outage.
  if (level === 'B-B') return;
  await tx.alerts.clear('timestamp-unavailable');
  if (level !== 'B-LT') return;
  await tx.alerts.clear('revocation-unavailable');
  await tx.alerts.clear('certificate-revoked');
}
