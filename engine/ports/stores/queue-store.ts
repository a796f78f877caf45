import type { Endorsement } from '../../endorsement/endorsement.ts';
import type { OutboxItem } from '../../outbox/outbox-item.ts';
import type { Instant } from '../../time/instant.ts';

/** An endorsement whose copy is still to be made. */
export interface Underway {
  endorsement: Endorsement;
  /** So far. */
  attempts: number;
  /** Null while an attempt is under way. */
  nextAttemptAt: Instant | null;
  /** The code of what the last attempt failed of; null when none has. */
  because: string | null;
}

/** What staff look at of the work that is still to be done. */
export interface QueueStore {
  /** Promised for `now` or later, and for before it. */
  countUnderway(now: Instant): Promise<{ inTime: number; overdue: number }>;
  /** Those promised first come first. */
  underway(which: 'in-time' | 'overdue', now: Instant, page: { offset: number; limit: number }): Promise<Underway[]>;
  underwayOf(endorsementId: string): Promise<Underway | undefined>;
  /** Copies sent whose answer never came and that are tried again, the oldest first. */
  uncertainCopies(limit: number): Promise<OutboxItem[]>;
  /** The same of one endorsement. */
  uncertainCopiesOf(endorsementId: string): Promise<OutboxItem[]>;
  /** Lets an uncertain item be tried again at once; false when it isn't uncertain any more. */
  hurryCopy(itemId: string, now: Instant): Promise<boolean>;
  /** Gives an uncertain item up; false when it isn't uncertain any more. */
  giveCopyUp(itemId: string, now: Instant): Promise<boolean>;
}
