import type { Transaction } from '../ports/storage.ts';
import { type Instant, later } from '../time/instant.ts';

/** How soon an item looks again whether its broadcast goes on. */
const LOOK_AGAIN_MS = 30_000;

/** Whether what waits in the outbox of a broadcast goes out now, later, or never. */
export async function broadcastDue(
  tx: Transaction,
  { broadcastId }: { broadcastId: string },
  now: Instant,
): Promise<'now' | { later: Instant } | 'never'> {
  const status = (await tx.broadcasts.get(broadcastId))?.status;
  if (status === 'running') return 'now';
  return status === 'paused' || status === 'scheduled' ? { later: later(now, LOOK_AGAIN_MS) } : 'never';
}
