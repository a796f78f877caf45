import type { BroadcastStatus } from '../../engine/broadcast/broadcast.ts';
import type { Instant } from '../../engine/time/instant.ts';

export interface BroadcastTables {
  broadcast: BroadcastRow;
}

interface BroadcastRow {
  id: string;
  /** JSON Audience. */
  audience: string;
  /** Sealed Bilingual: what staff type may name somebody. */
  texts: Uint8Array;
  created_by: string;
  created_at: Instant;
  start_at: Instant;
  status: BroadcastStatus;
  expected: number;
  cursor: string | null;
  changed_by: string | null;
  changed_at: Instant | null;
  ended_at: Instant | null;
  sent: number;
  failed: number;
}
