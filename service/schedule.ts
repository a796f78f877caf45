import type { Policy } from '../engine/policy/policy.ts';
import type { Clock } from '../engine/ports/clock.ts';
import type { Storage } from '../engine/ports/storage.ts';
import { expireLapsed } from '../engine/endorsement/expire-endorsements.ts';
import { tellOverdue } from '../engine/generation/watch-overdue.ts';
import { remindHolders } from '../engine/reminder/remind-holders.ts';
import { tellAlerts } from '../engine/staff/alerts/tell-alerts.ts';
import { watchService } from '../engine/staff/alerts/watch-service.ts';
import { DAY_MS, type Instant, later, type Zone } from '../engine/time/instant.ts';

export interface ScheduleDeps {
  storage: Storage;
  clock: Clock;
  policy: Policy;
  zone: Zone;
}

/** Telegram repeats an update for a day at the most; a day more, and its number will not come again. */
const KEEP_UPDATES_MS = 2 * DAY_MS;
/** So long somebody who comes back is told that what they were in the middle of is over. */
const KEEP_DIALOGS_MS = DAY_MS;
/** A message is given up within two days, and its day's later ones follow on from it. */
const KEEP_NOTICES_MS = 3 * DAY_MS;

/** What the clock alone makes due. Running it twice does nothing the second time. */
export async function runSchedule({ storage, clock, policy, zone }: ScheduleDeps): Promise<void> {
  const now = clock.now();
  await expireLapsed(storage, zone, now);
  await remindHolders(storage, policy, zone, now);
  await tellOverdue(storage, now);
  await storage.transact(async (tx) => {
    await watchService(tx, policy, now);
    await tellAlerts(tx, policy, now);
  });
  await forget(storage, now);
}

/** What is kept for a while only, each in a transaction of its own. */
async function forget(storage: Storage, now: Instant): Promise<void> {
  await storage.transact((tx) => tx.staff.files.prune(now));
  await storage.transact((tx) => tx.dialogs.forget(later(now, -KEEP_DIALOGS_MS)));
  await storage.transact((tx) => tx.staff.dialogs.forget(later(now, -KEEP_DIALOGS_MS)));
  await storage.transact((tx) => tx.updates.prune(later(now, -KEEP_UPDATES_MS)));
  await storage.transact((tx) => tx.verificationNotices.prune(later(now, -KEEP_NOTICES_MS)));
}
