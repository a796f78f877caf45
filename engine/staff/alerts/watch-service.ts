import { PRIORITY } from '../../outbox/outbox-item.ts';
import type { Policy } from '../../policy/policy.ts';
import type { Transaction } from '../../ports/storage.ts';
import { HOUR_MS, type Instant, later, MINUTE_MS } from '../../time/instant.ts';

/** What waits for another of its chat that is tried again later is not due; of what is, so many say enough. */
const LOOK_AT = 50;
const BOTS = ['holder', 'staff'] as const;

/** Raises what only the clock shows, and takes back what time has ended. */
export async function watchService(tx: Transaction, policy: Policy, now: Instant): Promise<void> {
  for (const bot of BOTS) await watchSender(tx, policy, bot, now);
  await forgetLockouts(tx, policy, now);
}

async function watchSender(tx: Transaction, policy: Policy, bot: (typeof BOTS)[number], now: Instant): Promise<void> {
  const key = `sender-stuck:${bot}`;
  const due = (await tx.outbox.due(bot, now, LOOK_AT)).filter(({ priority }) => priority < PRIORITY.broadcast);
  const oldest = due.reduce<Instant | null>((since, { notBefore }) => earlier(since, notBefore), null);
  const limit = later(now, -policy.alerts.senderStuckMinutes * MINUTE_MS);
  if (oldest === null || oldest > limit) {
    await tx.alerts.clear(key);
    return;
  }
  await tx.alerts.raise({ key, kind: 'sender-stuck', at: now, facts: { bot, since: oldest } });
}

function earlier(one: Instant | null, other: Instant): Instant {
  return one !== null && one < other ? one : other;
}

async function forgetLockouts(tx: Transaction, { linking }: Policy, now: Instant): Promise<void> {
  const longest = Math.max(linking.accountLockHours, linking.holderLockHours) * HOUR_MS;
  for (const { key, at } of await tx.alerts.openOfKind('lockout')) {
    if (later(at, longest) <= now) await tx.alerts.clear(key);
  }
}
