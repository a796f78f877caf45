import type { Endorsement } from '../endorsement/endorsement.ts';
import type { Policy } from '../policy/policy.ts';
import type { Transaction } from '../ports/storage.ts';
import type { Instant, Zone } from '../time/instant.ts';
import { allowedFrom, nearestReminder } from './nearest-reminder.ts';

export interface ReminderRules {
  reminder: Policy['reminder'];
  zone: Zone;
}

/**
 * The reminder that an endorsement is due for now, and from when it may be sent. None when it comes too late in the
 * day to be of use before the end, or when the holder has renewed already: another endorsement of the same
 * certificate for the same scenario is valid, or on its way, for longer.
 */
export async function reminderDue(
  tx: Transaction,
  { reminder, zone }: ReminderRules,
  endorsement: Endorsement,
  now: Instant,
): Promise<{ daysBefore: number; from: Instant } | undefined> {
  const daysBefore = nearestReminder(endorsement, reminder.daysBefore, zone.dateOf(now));
  if (daysBefore === undefined) return undefined;
  const from = allowedFrom(reminder, zone, now);
  if (zone.dateOf(from) > endorsement.lastDay) return undefined;
  return (await isRenewed(tx, endorsement)) ? undefined : { daysBefore, from };
}

async function isRenewed(tx: Transaction, { certificateId, scenario, lastDay }: Endorsement): Promise<boolean> {
  const current = await tx.endorsements.ofCertificate(certificateId, ['requested', 'generating', 'valid']);
  return current.some((other) => other.scenario === scenario && other.lastDay > lastDay);
}
