import type { Audience, Broadcast, BroadcastStatus } from '../../broadcast/broadcast.ts';
import type { CivilDate } from '../../time/civil-date.ts';
import type { Instant } from '../../time/instant.ts';

export interface BroadcastStore {
  insert(broadcast: Broadcast): Promise<void>;
  get(id: string): Promise<Broadcast | undefined>;
  /** Newest first. */
  list(page: { offset: number; limit: number }): Promise<Broadcast[]>;
  count(): Promise<number>;
  /** Scheduled ones whose time has come, and those that run. */
  active(now: Instant): Promise<Broadcast[]>;
  /** Conditional: false when the status was none of `from`. */
  changeStatus(
    id: string,
    from: readonly BroadcastStatus[],
    to: BroadcastStatus,
    change: { by: string | null; at: Instant },
  ): Promise<boolean>;
  /** Notes up to which account it is in the outbox. */
  advance(id: string, cursor: string): Promise<void>;
  /** Ids of the accounts of an audience, in order, after `after`. */
  accounts(audience: Audience, today: CivilDate, after: string | null, limit: number): Promise<string[]>;
  countAccounts(audience: Audience, today: CivilDate): Promise<number>;
  /** How many of its items are in the outbox and not over. */
  waiting(id: string): Promise<number>;
  /** Counts one item more that is over. */
  countDelivery(id: string, end: 'sent' | 'failed'): Promise<void>;
}
