import type { Transaction } from '../ports/storage.ts';
import { done, refused, type Result } from '../result.ts';
import type { Instant } from '../time/instant.ts';
import type { BroadcastStatus } from './broadcast.ts';
import { broadcastKey } from './broadcast-key.ts';

/** What a member can do to a broadcast that is not over. */
export type Steering = 'pause' | 'resume' | 'cancel';

/** `by`: who made it so, and when; null when it came so by itself. */
export type SteerRefusal =
  | { kind: 'no-such-broadcast' }
  | { kind: 'not-now'; status: BroadcastStatus; by: string | null; at: Instant | null };

const CHANGES: Readonly<Record<Steering, { from: readonly BroadcastStatus[]; to: BroadcastStatus }>> = {
  pause: { from: ['scheduled', 'running'], to: 'paused' },
  // One whose time has not come yet waits for it.
  resume: { from: ['paused'], to: 'scheduled' },
  cancel: { from: ['scheduled', 'running', 'paused'], to: 'cancelled' },
};

/** Two members may steer at once: one does, the other learns what the first did. What was sent stays sent. */
export async function steerBroadcast(
  tx: Transaction,
  { now, memberId, id, steering }: { now: Instant; memberId: string; id: string; steering: Steering },
): Promise<Result<BroadcastStatus, SteerRefusal>> {
  const { from, to } = CHANGES[steering];
  if (await tx.broadcasts.changeStatus(id, from, to, { by: memberId, at: now })) {
    if (to === 'cancelled') await tx.outbox.cancel(broadcastKey(id));
    return done(to);
  }
  const broadcast = await tx.broadcasts.get(id);
  if (!broadcast) return refused({ kind: 'no-such-broadcast' });
  const { status, changedBy, changedAt } = broadcast;
  return refused({ kind: 'not-now', status, by: changedBy, at: changedAt });
}
