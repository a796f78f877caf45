import type { Alert } from '../../ports/stores/service-stores.ts';

export type AlertKind = Alert['kind'];

/** In the order in which staff are shown them: what holds up everybody first. */
export const ALERT_KINDS = [
  'sender-stuck',
  'documents-unavailable',
  'signer-unavailable',
  'timestamp-unavailable',
  'revocation-unavailable',
  'certificate-revoked',
  'copy-too-large',
  'issuer-expiring',
  'overdue',
  'generation-failed',
  'missing-glyph',
  'outbox-dead',
  'lockout',
] as const satisfies readonly AlertKind[];

// A kind that was forgotten above doesn't compile.
type Forgotten = Exclude<AlertKind, (typeof ALERT_KINDS)[number]>;
const NONE_FORGOTTEN: [Forgotten] extends [never] ? true : Forgotten = true;
void NONE_FORGOTTEN;

export function readAlertKind(text: string | undefined): AlertKind | undefined {
  return ALERT_KINDS.find((kind) => kind === text);
}

/**
 * Whether an alert is over once somebody has seen it. The others end with what they are about: a copy that is made or
 * given up, an outage that passes.
 */
export function endsWhenSeen({ kind, facts }: Pick<Alert, 'kind' | 'facts'>): boolean {
  switch (kind) {
    case 'copy-too-large':
    case 'lockout':
      return true;
    case 'missing-glyph':
      return facts['endorsementId'] === undefined;
    case 'outbox-dead':
      return facts['kind'] !== 'copy';
    default:
      return false;
  }
}
