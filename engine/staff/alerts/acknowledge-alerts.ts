import type { Transaction } from '../../ports/storage.ts';
import { done, refused, type Result } from '../../result.ts';
import type { Instant } from '../../time/instant.ts';
import { type AlertKind, endsWhenSeen } from './alert-kinds.ts';

/** Nothing is left to acknowledge: somebody did, or what the alerts were about is over (`by` is null then). */
export interface NothingLeft {
  kind: 'nothing-left';
  by: string | null;
  at: Instant | null;
}

/** Takes note, for all of the staff, of the alerts of a kind that were raised until `until`. Answers how many. */
export async function acknowledgeAlerts(
  tx: Transaction,
  { now, memberId, kind, until }: { now: Instant; memberId: string; kind: AlertKind; until: Instant },
): Promise<Result<{ count: number }, NothingLeft>> {
  const open = await tx.alerts.openOfKind(kind);
  const unseen = open.filter(({ acknowledgedAt, at }) => acknowledgedAt === null && at <= until);
  if (unseen.length === 0) {
    const state = (await tx.alerts.kinds()).find((candidate) => candidate.kind === kind);
    return refused({ kind: 'nothing-left', by: state?.acknowledgedBy ?? null, at: state?.acknowledgedAt ?? null });
  }
  for (const alert of unseen.filter(endsWhenSeen)) await tx.alerts.clear(alert.key);
  const kept = unseen.filter((alert) => !endsWhenSeen(alert)).map(({ key }) => key);
  await tx.alerts.acknowledge(kept, memberId, now);
  await tx.alerts.setKind(kind, { acknowledgedBy: memberId, acknowledgedAt: now });
  return done({ count: unseen.length });
}

/** Keeps a kind of alert quiet until `until`; null lets it be heard again. They stay open meanwhile. */
export async function muteAlerts(
  tx: Transaction,
  { memberId, kind, until }: { memberId: string; kind: AlertKind; until: Instant | null },
): Promise<void> {
  await tx.alerts.setKind(kind, { mutedUntil: until, mutedBy: until === null ? null : memberId });
}
