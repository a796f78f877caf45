import type { CivilDate } from '../../time/civil-date.ts';
import type { Instant } from '../../time/instant.ts';

/** By which way somebody had a copy checked. */
export type VerificationDoor = 'chat' | 'page' | 'file' | 'interface' | 'command-line';

/** What happens often enough to be drawn. `renewed`: asked for within a month after a reminder of the same certificate. */
export type TimedEvent = 'requested' | 'renewed' | 'reminded' | 'linked' | 'unlinked';

/** How many events there were in the quarter of an hour from `at`: every zone's days begin with one. */
export interface QuarterCount {
  at: Instant;
  count: number;
}

/** Copies asked for in a quarter of an hour that arrived at most `seconds` later, and later than the next smaller step. */
export interface DeliveryCount extends QuarterCount {
  seconds: number;
}

/** Upper ends of the steps in which times to deliver are counted; the last is for all that took longer. */
export const DELIVERY_STEPS = [
  1, 2, 3, 4, 5, 6, 8, 10, 12, 15, 20, 25, 30, 40, 50, 60, 90, 120, 180, 300, 600, 1200, 1800, 3600, 7200, 14_400,
  28_800, 57_600, 86_400, 172_800,
] as const;

/** Counts that are kept by the day because nothing else keeps them, and what can be counted from other tables. */
export interface StatisticsStore {
  /** `reason` is the kind of a refusal. */
  addRefusal(day: CivilDate, of: 'request' | 'link', reason: string): Promise<void>;
  /** Nothing is kept of who asked. `endorsementId` is null for what isn't, or isn't known as, one of ours. */
  addVerification(
    day: CivilDate,
    verification: { door: VerificationDoor; result: string; endorsementId: string | null },
    times?: number,
  ): Promise<void>;
  /** From the first day to the last, both included. */
  refusals(from: CivilDate, to: CivilDate): Promise<{ day: CivilDate; of: string; reason: string; count: number }[]>;
  verifications(
    from: CivilDate,
    to: CivilDate,
  ): Promise<{ day: CivilDate; door: VerificationDoor; result: string; count: number }[]>;
  /** How often an endorsement was verified in all. */
  verificationsOf(endorsementId: string): Promise<number>;
  /** All that is kept of it. */
  verificationDays(
    endorsementId: string,
  ): Promise<{ day: CivilDate; door: VerificationDoor; result: string; count: number }[]>;
  /** Leaves the counts of the days as they are, but no longer says that they were of this endorsement. */
  detachVerifications(endorsementId: string): Promise<void>;
  /** From `from` until before `to`. */
  perQuarter(event: TimedEvent, from: Instant, to: Instant): Promise<QuarterCount[]>;
  deliveries(from: Instant, to: Instant): Promise<DeliveryCount[]>;
  /** How many holders were linked just before an instant. */
  linkedBefore(instant: Instant): Promise<number>;
}
