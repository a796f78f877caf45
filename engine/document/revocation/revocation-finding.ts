import { HOUR_MS, type Instant, later } from '../../time/instant.ts';
import type { ReadCertificate } from '../verify/x509.ts';

/** A certificate, and the authority that issued it and answers for its revocation. */
export interface Issued {
  certificate: ReadCertificate;
  authority: ReadCertificate;
}

/** What an authority says of a certificate. */
export interface RevocationFinding {
  /** Null when it is good. */
  revokedAt: Instant | null;
  /** When this was known to be so, and when to ask again. */
  thisUpdate: Instant;
  nextUpdate: Instant;
}

/** Why an answer says nothing of a certificate. */
export type RevocationRefusal =
  | 'malformed'
  /** The responder could not or would not answer. */
  | 'unsuccessful'
  | 'wrong-certificate'
  | 'wrong-nonce'
  | 'wrong-authority'
  | 'signature-wrong'
  /** It knows of no such certificate. */
  | 'unknown'
  /** Of a kind that isn't understood here: indirect, partial, or with an unknown critical extension. */
  | 'unsupported';

// One that doesn't say when there will be news always has some (RFC 6960, 4.2.2.1); an hour spares both sides.
const WITHOUT_NEXT_MS = HOUR_MS;

export function nextUpdateOf(thisUpdate: Instant, nextUpdate: Instant | null): Instant {
  return nextUpdate ?? later(thisUpdate, WITHOUT_NEXT_MS);
}

/** Authorities' clocks run ahead now and then. */
const TOLERANCE_MS = HOUR_MS / 12;

/** Whether a finding speaks of `at`. */
export function covers({ nextUpdate, thisUpdate }: RevocationFinding, at: Instant): boolean {
  return at >= thisUpdate - TOLERANCE_MS && at <= nextUpdate;
}
