import type { Alert } from '../../engine/ports/stores/service-stores.ts';
import type { Instant } from '../../engine/time/instant.ts';

export interface AlertTables {
  alert: AlertRow;
  alert_kind: AlertKindRow;
}

interface AlertRow {
  key: string;
  kind: Alert['kind'];
  at: Instant;
  /** Sealed: a messenger's error may be quoted. */
  facts: Uint8Array;
  told_at: Instant | null;
  acknowledged_at: Instant | null;
  acknowledged_by: string | null;
}

interface AlertKindRow {
  kind: Alert['kind'];
  told_at: Instant | null;
  muted_until: Instant | null;
  muted_by: string | null;
  acknowledged_at: Instant | null;
  acknowledged_by: string | null;
}
