import { enqueueForStaff } from '../../outbox/enqueue-for-staff.ts';
import type { Policy } from '../../policy/policy.ts';
import type { AlertKindState, OpenAlert } from '../../ports/stores/service-stores.ts';
import type { Transaction } from '../../ports/storage.ts';
import { HOUR_MS, type Instant, later, MINUTE_MS } from '../../time/instant.ts';
import { type AlertKind, ALERT_KINDS } from './alert-kinds.ts';

/**
 * Has staff told of the alerts that nobody was told of yet: one message for all of a kind, and the next of that kind
 * only after the pause that the policy sets, so that an outage is two messages and not a thousand. Answers the kinds told.
 */
export async function tellAlerts(tx: Transaction, policy: Policy, now: Instant): Promise<AlertKind[]> {
  const states = new Map((await tx.alerts.kinds()).map((state) => [state.kind, state]));
  const kinds = ALERT_KINDS.filter((kind) => isTimeFor(states.get(kind), policy, now));
  if (kinds.length === 0) return [];
  const untold = await tx.alerts.untold(kinds);
  const told: AlertKind[] = [];
  for (const kind of kinds) {
    const alerts = untold.filter((alert) => alert.kind === kind);
    if (!areMany(kind, alerts, policy, now)) continue;
    const chats = await enqueueForStaff(tx, now, {
      key: `alerts:${kind}:${now}`,
      to: { group: 'alerts' },
      message: { kind: 'alerts', alertKind: kind },
    });
    // Where nobody could be told yet, whoever comes first is.
    if (chats === 0) return told;
    await tx.alerts.markTold(
      alerts.map(({ key }) => key),
      now,
    );
    await tx.alerts.setKind(kind, { toldAt: now });
    told.push(kind);
  }
  return told;
}

function isTimeFor(state: AlertKindState | undefined, { alerts: rule }: Policy, now: Instant): boolean {
  const { mutedUntil = null, toldAt = null } = state ?? {};
  if (mutedUntil !== null && mutedUntil > now) return false;
  return toldAt === null || later(toldAt, rule.groupMinutes * MINUTE_MS) <= now;
}

/** One person who mistypes is locked out every day; many within the hour are an attack, or a fault of ours. */
function areMany(kind: AlertKind, alerts: readonly OpenAlert[], { alerts: rule }: Policy, now: Instant): boolean {
  const least = kind === 'lockout' ? rule.lockoutsPerHour : 1;
  const counted = kind === 'lockout' ? alerts.filter(({ at }) => later(at, HOUR_MS) > now) : alerts;
  return counted.length >= least;
}
