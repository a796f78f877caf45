import type { Transaction } from '../ports/storage.ts';
import type { Instant, Zone } from '../time/instant.ts';

/** Counts a refusal by its reason, for whoever looks at how the service does. Nothing is kept of who was refused. */
export async function noteRefusal(
  tx: Transaction,
  zone: Zone,
  { now, of, reason }: { now: Instant; of: 'request' | 'link'; reason: string },
): Promise<void> {
  await tx.statistics.addRefusal(zone.dateOf(now), of, reason);
}
