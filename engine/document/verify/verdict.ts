import type { SignatureLevel } from '../../policy/policy.ts';
import type { Instant } from '../../time/instant.ts';

/** The file is not a sound copy, whatever the circumstances. */
export const FAILED_REASONS = [
  'not-a-pdf',
  'too-large',
  'encrypted',
  'no-signature',
  'several-signatures',
  'appended-to',
  'byte-range',
  'contents',
  'structure',
  'not-certified',
  'cms-malformed',
  'changed',
  'signature-wrong',
  'signing-certificate',
  'key-usage',
  'timestamp-wrong',
  'certificate-revoked',
] as const;
export type FailedReason = (typeof FAILED_REASONS)[number];

/** The file is whole, but who signed it and when can't be settled. */
export const INDETERMINATE_REASONS = [
  'untrusted-issuer',
  'certificate-not-yet-valid',
  'certificate-expired',
  'signed-outside-validity',
  'signed-in-the-future',
  'timestamp-untrusted',
  'revoked-without-proof',
] as const;
export type IndeterminateReason = (typeof INDETERMINATE_REASONS)[number];

/** What a signature says of itself. Proven only as far as the verdict goes. */
export interface SignatureFacts {
  /** PAdES baseline level, EN 319 142-1, as far as what it takes was there and is in order. */
  level: SignatureLevel;
  /** Common names of the signing certificate's subject and issuer. */
  signer: string;
  issuer: string;
  /** SHA-256 of the signing certificate, lower-case hex. */
  certificateSha256: string;
  notBefore: Instant;
  notAfter: Instant;
  /** The time that the signer claims, from /M. */
  claimedAt: Instant;
  /** The time at which an authority says that the signature existed; null where none does, or none whose word still counts. */
  provenAt: Instant | null;
  /** Common name of that authority. */
  timestampAuthority: string | null;
}

/** Whether a file is sound on its own, by its signature alone. */
export type Verdict =
  | { status: 'passed'; reason: 'sound'; signature: SignatureFacts }
  | { status: 'failed'; reason: FailedReason; signature: SignatureFacts | null }
  | { status: 'indeterminate'; reason: IndeterminateReason; signature: SignatureFacts };
