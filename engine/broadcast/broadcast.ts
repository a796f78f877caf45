import type { Bilingual } from '../ports/language.ts';
import type { CivilDate } from '../time/civil-date.ts';
import type { Instant } from '../time/instant.ts';

/** Whose accounts hear of it: of linked holders, and of those only who don't block the bot. */
export type Audience =
  | { kind: 'linked' }
  /** Those with a valid endorsement whose last day is before `before`. */
  | { kind: 'expiring'; before: CivilDate }
  /** Those with a valid certificate of a qualification of the catalogue. */
  | { kind: 'qualification'; code: string };

export type BroadcastStatus = 'scheduled' | 'running' | 'paused' | 'done' | 'cancelled';

/** One message to many accounts, each at most once. */
export interface Broadcast {
  id: string;
  audience: Audience;
  /** Plain text as it was typed, escaped when it is sent. */
  texts: Bilingual;
  /** Member id. */
  createdBy: string;
  createdAt: Instant;
  startAt: Instant;
  status: BroadcastStatus;
  /** How many accounts there were when it was confirmed. */
  expected: number;
  /** The last account that was put into the outbox; accounts go in the order of their ids. */
  cursor: string | null;
  /** Who paused, resumed or cancelled it last, and when. */
  changedBy: string | null;
  changedAt: Instant | null;
  endedAt: Instant | null;
  /** How many accounts have had it. */
  sent: number;
  /** Refused, blocked, no longer there, or of unknown fate: not tried again. */
  failed: number;
}

export const BROADCAST_TEXT_LENGTH = 2000;
