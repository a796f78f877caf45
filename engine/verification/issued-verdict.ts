import type { Bilingual } from '../ports/language.ts';
import type { CivilDate } from '../time/civil-date.ts';
import type { Instant } from '../time/instant.ts';

/** Why something that was issued here holds today, or doesn't. */
export const STANDING_REASONS = [
  'valid',
  'expired',
  'revoked-by-holder',
  'revoked-by-staff',
  'certificate-withdrawn',
  'certificate-corrected',
] as const;
export type StandingReason = (typeof STANDING_REASONS)[number];

/** What a third party gets to know of a copy, and nothing else. */
export type CopyView = EndorsedCopyView | (CertificateGlimpse & PlainView);

interface CertificateGlimpse {
  /** 林**. */
  maskedName: string;
  qualification: Bilingual;
  /** As printed. */
  level: string | null;
  /** 发证机关, as printed. */
  issuer: string;
  /** 制作时间 of the copy. */
  madeAt: Instant | null;
}

export type EndorsedCopyView = CertificateGlimpse & EndorsedView;

interface EndorsedView extends ValidityView {
  kind: 'endorsed';
  scenario: Bilingual;
}

interface PlainView {
  kind: 'plain';
}

/**
 * All that a number alone tells: an endorsement's number is 30 random bits and a day, short enough to be read out over
 * a phone and hence to be guessed at. Beside a copy's other facts it is there to tell one answer from another.
 */
export interface ValidityView {
  number: string;
  firstDay: CivilDate;
  lastDay: CivilDate;
}

/** Whether something that was issued here holds today. */
export type StandingVerdict<View> =
  | { status: 'passed'; reason: 'valid'; copy: View }
  | { status: 'failed'; reason: Exclude<StandingReason, 'valid'>; copy: View };

export const NOT_ISSUED_REASONS = ['not-issued', 'altered'] as const;

/**
 * Whether exactly this file was issued here, and holds today. `not-issued` says nothing about the file's own signature;
 * `altered` is a file that claims, by what it carries, to be a copy of ours, but isn't one byte for byte.
 */
export type IssuedVerdict =
  | StandingVerdict<CopyView>
  | { status: 'failed'; reason: (typeof NOT_ISSUED_REASONS)[number]; copy: null };

/** One verdict for both sides of a standing. */
export function standingVerdict<View>(reason: StandingReason, copy: View): StandingVerdict<View> {
  return reason === 'valid' ? { status: 'passed', reason, copy } : { status: 'failed', reason, copy };
}

/** Of the endorsement that a verdict is about; null when it is about none. */
export function numberOf({ copy }: IssuedVerdict): string | null {
  return copy?.kind === 'endorsed' ? copy.number : null;
}
