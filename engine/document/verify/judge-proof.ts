import { createHash } from 'node:crypto';

import type { SignatureLevel } from '../../policy/policy.ts';
import { done, refused, type Result } from '../../result.ts';
import type { Instant } from '../../time/instant.ts';
import { findRevocation } from '../revocation/find-revocation.ts';
import type { Issued, RevocationFinding } from '../revocation/revocation-finding.ts';
import type { ValidationData } from '../revocation/validation-data.ts';
import { judgeToken, type ProvenTime } from '../timestamp/judge-token.ts';
import { validAt } from './chain.ts';
import type { CmsSignature } from './read-cms.ts';
import { type ReadCertificate, readCertificate } from './x509.ts';

/** A certificate, then the authorities above it, a trusted root last. */
export type Chain = readonly ReadCertificate[];

/**
 * The time that a signature's token proves at `at`; null when there is no token, or when the authority's certificates have
 * ended since: then its key may be anybody's, and the signature counts as if it had none.
 */
export function judgeTimestamp(
  { signature, timestamp }: CmsSignature,
  data: ValidationData | null,
  { at, roots }: { roots: Chain; at: Instant },
): Result<ProvenTime | null, 'timestamp-wrong' | 'timestamp-untrusted'> {
  if (timestamp === null) return done(null);
  const digest = createHash('sha256').update(signature).digest();
  const judged = judgeToken(timestamp, digest, { roots, others: (data?.certificates ?? []).map(readCertificate) });
  if (judged.ok) return done(judged.value.chain.every((one) => validAt(one, at)) ? judged.value : null);
  const strangers = judged.refusal === 'untrusted' || judged.refusal === 'outside-validity';
  return refused(strangers ? 'timestamp-untrusted' : 'timestamp-wrong');
}

/** What the signed file itself says of revocations: the level that it reaches, or who was revoked before it was signed. */
export function judgeStore(
  data: ValidationData | null,
  time: ProvenTime | null,
  signer: Chain,
): Result<SignatureLevel, 'certificate-revoked' | 'timestamp-untrusted'> {
  if (!data) return done(time ? 'B-T' : 'B-B');
  const at = time?.at ?? null;
  const ofSigner = findings(signer, data, at);
  const ofAuthority = findings(time?.chain ?? [], data, at);
  // It was put there before the signature was made, so that the signer knew.
  if (ofSigner.some(isRevoked)) return refused('certificate-revoked');
  if (ofAuthority.some(isRevoked)) return refused('timestamp-untrusted');
  if (!time) return done('B-B');
  return done([...ofSigner, ...ofAuthority].includes(undefined) ? 'B-T' : 'B-LT');
}

/** What is known of revocations by now, when that speaks against a signature. */
export function judgeKnown(
  known: ValidationData | null,
  { claimedAt, signer, time }: { signer: Chain; time: ProvenTime | null; claimedAt: Instant },
): 'certificate-revoked' | 'revoked-without-proof' | 'timestamp-untrusted' | undefined {
  if (!known) return undefined;
  if (findings(time?.chain ?? [], known, null).some(isRevoked)) return 'timestamp-untrusted';
  const revoked = findings(signer, known, null).flatMap((finding) => finding?.revokedAt ?? []);
  if (revoked.length === 0) return undefined;
  const first = Math.min(...revoked);
  if (time && time.at < first) return undefined;
  return claimedAt >= first ? 'certificate-revoked' : 'revoked-without-proof';
}

/** Whose certificate of a chain is known to be revoked, and since when; the one nearest to the signer. */
export function firstRevoked(
  known: ValidationData,
  chain: Chain,
): { certificate: ReadCertificate; revokedAt: Instant } | undefined {
  for (const issued of issuedIn(chain)) {
    const revokedAt = findRevocation(known, issued, null)?.revokedAt ?? null;
    if (revokedAt !== null) return { certificate: issued.certificate, revokedAt };
  }
  return undefined;
}

// Of every certificate but the root, for which nobody answers. `at` null asks for revocations alone, whenever they are of.
function findings(chain: Chain, data: ValidationData, at: Instant | null): (RevocationFinding | undefined)[] {
  return issuedIn(chain).map((issued) => findRevocation(data, issued, at));
}

/** Each certificate of a chain but its root, with the authority above it. */
export function issuedIn(chain: Chain): Issued[] {
  return chain.flatMap((certificate, index) => {
    const authority = chain[index + 1];
    return authority ? [{ certificate, authority }] : [];
  });
}

function isRevoked(finding: RevocationFinding | undefined): boolean {
  return finding !== undefined && finding.revokedAt !== null;
}
