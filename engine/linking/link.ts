import type { Instant } from '../time/instant.ts';

export type LinkEnd = 'moved' | 'by-holder' | 'by-staff' | 'erased';
export type Proof = 'contact' | 'code';

/** The proven tie between one account and one holder. */
export interface Link {
  id: string;
  accountId: string;
  holderId: string;
  proof: Proof;
  linkedAt: Instant;
  endedAt: Instant | null;
  endedBecause: LinkEnd | null;
}

/** Failed attempts since the last success, and the lock they led to. */
export interface FailureCount {
  failures: number;
  lastFailureAt: Instant | null;
  lockedUntil: Instant | null;
}
