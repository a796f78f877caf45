import type { Generated } from 'kysely';
import type { CivilDate } from '../../engine/time/civil-date.ts';
import type { Instant } from '../../engine/time/instant.ts';
import type { Sealed } from '../tables.ts';

export interface PolicyTables {
  policy_change: PolicyChangeRow;
}

export interface PolicyChangeRow {
  sequence: Generated<number>;
  id: string;
  path: string;
  /** JSON RuleValue. */
  value: string;
  effective_from: CivilDate;
  changed_by: string;
  /** Sealed. */
  reason: Sealed;
  changed_at: Instant;
  taken_back_by: string | null;
  taken_back_at: Instant | null;
}
