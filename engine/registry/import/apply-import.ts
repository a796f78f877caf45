import type { Transaction } from '../../ports/storage.ts';
import type { Instant, Zone } from '../../time/instant.ts';
import { withdrawCertificate } from '../withdraw-certificate.ts';
import type { ImportPlan } from './plan-import.ts';

/** Writes a plan that has no faults. */
export async function applyImport(
  tx: Transaction,
  deps: { zone: Zone },
  { now, plan }: { now: Instant; plan: ImportPlan },
): Promise<void> {
  const { holders, certificates } = plan;
  if (holders.added.length > 0) await tx.holders.insertMany(holders.added);
  if (holders.changed.length > 0) await tx.holders.updateMany(holders.changed);
  if (certificates.added.length > 0) await tx.certificates.insertMany(certificates.added);
  if (certificates.changed.length > 0) await tx.certificates.updateMany(certificates.changed);
  for (const { id } of certificates.withdrawn) {
    const withdrawn = await withdrawCertificate(tx, deps, { now, certificateId: id });
    if (!withdrawn.ok) throw new TypeError(`a certificate planned as valid is not: ${withdrawn.refusal.kind}`);
  }
}
