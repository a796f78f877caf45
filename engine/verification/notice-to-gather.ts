import type { Policy } from '../policy/policy.ts';
import type { VerificationNotice } from '../ports/stores/verification-notice-store.ts';
import { allowedFrom } from '../reminder/nearest-reminder.ts';
import { addDays } from '../time/civil-date.ts';
import { type Instant, later, type Zone } from '../time/instant.ts';

/** Whoever opens the QR code's address and then drops the file, or checks several copies, is one piece of news. */
const GATHER_MS = 60_000;

/**
 * The notice that tells of what is verified `now`: the one that still gathers; else the next of its day, sent when
 * reminders may be; else, with the day's all used up, the first of the next morning, which gathers until then.
 */
export function noticeToGather(
  { zone, policy }: { zone: Zone; policy: Pick<Policy, 'reminder' | 'verification'> },
  now: Instant,
  accountId: string,
  latest: VerificationNotice | undefined,
): VerificationNotice {
  if (latest && now < latest.from) return latest;
  const from = allowedFrom(policy.reminder, zone, later(now, GATHER_MS));
  const day = zone.dateOf(from);
  const sequence = latest?.day === day ? latest.sequence + 1 : 1;
  if (sequence <= policy.verification.noticesPerDay) return { accountId, day, sequence, from };
  const next = addDays(day, 1);
  return { accountId, day: next, sequence: 1, from: zone.at(next, policy.reminder.fromHour) };
}
