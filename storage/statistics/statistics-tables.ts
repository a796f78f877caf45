import type { VerificationDoor } from '../../engine/ports/stores/statistics-store.ts';
import type { VerificationWay } from '../../engine/ports/stores/verification-notice-store.ts';
import type { CivilDate } from '../../engine/time/civil-date.ts';
import type { Instant } from '../../engine/time/instant.ts';

export interface StatisticsTables {
  refusal_count: { day: CivilDate; of: 'request' | 'link'; reason: string; count: number };
  /** `endorsement_id` is empty for what is none of ours. */
  verification_count: { endorsement_id: string; day: CivilDate; door: VerificationDoor; result: string; count: number };
  verification_notice: {
    account_id: string;
    day: CivilDate;
    sequence: number;
    sent_from: Instant;
    endorsement_id: string;
    way: VerificationWay;
    count: number;
    last_at: Instant;
  };
}
