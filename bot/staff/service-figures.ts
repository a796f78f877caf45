import type { Instant } from '../../engine/time/instant.ts';
import type { RecentError } from '../telegram/log/recent-errors.ts';
import type { SenderFigures } from '../telegram/sending/pacing.ts';

/** What `/status` shows of the process, besides what is in the database. */
export interface ServiceFigures {
  /** Of Jiazhu, of Node, and the newest migration of the schema. */
  versions: { jiazhu: string; node: string; schema: string };
  startedAt: Instant;
  /** `bytes` is null where there is no file. */
  database: { kind: string; bytes: number | null };
  holderSender: SenderFigures;
  staffSender: SenderFigures;
  /** Newest first. */
  errors: readonly RecentError[];
}
