import type { Policy } from '../../../engine/policy/policy.ts';

/** Whether anybody is reminded at all before a copy expires. */
export function areRemindersSent({ reminder }: Pick<Policy, 'reminder'>): boolean {
  return reminder.daysBefore.length > 0;
}

/** Whether anybody is told at all that their copies were verified. */
export function areNoticesSent({ verification }: Pick<Policy, 'verification'>): boolean {
  return verification.noticesPerDay > 0;
}
