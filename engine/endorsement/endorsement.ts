import type { CivilDate } from '../time/civil-date.ts';
import type { Instant } from '../time/instant.ts';

export const ENDORSEMENT_STATUSES = ['requested', 'generating', 'valid', 'expired', 'failed', 'revoked'] as const;
export type EndorsementStatus = (typeof ENDORSEMENT_STATUSES)[number];

/**
 * Who or what ended an endorsement before its last day. `certificate-corrected`: the registry has its
 * certificate under a corrected identity document now, and the copy shows the wrong one.
 */
export type RevocationCause = 'holder' | 'staff' | 'certificate-withdrawn' | 'certificate-corrected';

/** The grant: scenario and validity on one certificate. */
export interface Endorsement {
  id: string;
  /** Printed on the copy and quoted to support, `JZ` + day + random part. */
  number: string;
  /** Goes into the QR code: unguessable, ends in a check character. */
  verificationCode: string;
  certificateId: string;
  holderId: string;
  /** The account that asked, and gets the copy. */
  accountId: string;
  scenario: string;
  days: number;
  /** Also the first day of the validity. */
  askedOn: CivilDate;
  lastDay: CivilDate;
  requestedAt: Instant;
  /** Rule 5, as it was when it was asked for. */
  promisedBy: Instant;
  status: EndorsementStatus;
  /** When the copy was made. */
  generatedAt: Instant | null;
  /** When it became expired, failed or revoked. */
  endedAt: Instant | null;
  /** Why it failed (a closed code), or who revoked it. */
  endedBecause: GenerationFailure | RevocationCause | null;
  /** Of the endorsed copy, hex; kept after the copy is deleted. */
  sha256: string | null;
  /** The message that says 证书生成中, to be edited when done. */
  progressMessageId: number | null;
  /** When the holder was told that the promised time has passed. */
  overdueToldAt: Instant | null;
}

/**
 * Why no copy came to be. `too-late`: the last day was over first, which a validity of one day asked for just
 * before midnight can meet. `given-up`: staff decided so.
 */
export type GenerationFailure = 'missing-glyph' | 'signer' | 'certificate-gone' | 'too-late' | 'given-up' | 'fault';
