import type { CivilDate } from '../../time/civil-date.ts';
import type { Instant } from '../../time/instant.ts';

/** What a copy was verified by: a code or number on it, or the file itself. */
export type VerificationWay = 'code' | 'file';

/** One message to an account, about whatever was verified before it may be sent. */
export interface VerificationNotice {
  accountId: string;
  /** On which it is sent. */
  day: CivilDate;
  /** Of that day's, from 1. */
  sequence: number;
  /** It gathers until then. */
  from: Instant;
}

/** How often one endorsement was verified in one way, while one notice gathered. */
export interface GatheredVerification {
  endorsementId: string;
  way: VerificationWay;
  count: number;
  lastAt: Instant;
}

/** What holders are to be told of verifications, until they were. */
export interface VerificationNoticeStore {
  latest(accountId: string): Promise<VerificationNotice | undefined>;
  gather(notice: VerificationNotice, verification: GatheredVerification): Promise<void>;
  /** The most recent first. */
  gathered(notice: Omit<VerificationNotice, 'from'>): Promise<GatheredVerification[]>;
  /** Forgets those that could be sent since before an instant. */
  prune(before: Instant): Promise<number>;
}
