import type { VerificationStores } from '../ports/stores/verification-stores.ts';
import type { Instant, Zone } from '../time/instant.ts';
import type { CopyTraces } from './copy-traces.ts';
import type { FileSoundness } from './file-soundness.ts';
import { type IssuedVerdict, standingVerdict } from './issued-verdict.ts';
import { endorsedStanding, plainStanding } from './standing-reason.ts';
import { type ViewDeps, viewEndorsed, viewPlain } from './view-copy.ts';

export interface VerifyDeps extends ViewDeps {
  zone: Zone;
}

/** The first of the two questions of verification; `judgeFile` answers the other, from the file alone. */
export async function verifyIssued(
  tx: VerificationStores,
  deps: VerifyDeps,
  { now, file }: { now: Instant; file: FileSoundness },
): Promise<IssuedVerdict> {
  const known = file.sha256 === null ? undefined : await findBySha256(tx, deps, now, file.sha256);
  if (known) return known;
  const reason = (await claimsToBeOurs(tx, file)) ? 'altered' : 'not-issued';
  return { status: 'failed', reason, copy: null };
}

/** The same of a file of which nothing but its SHA-256 is known: `not-issued` may be an altered one, too. */
export async function verifyDigest(
  tx: VerificationStores,
  deps: VerifyDeps,
  { now, sha256 }: { now: Instant; sha256: string },
): Promise<IssuedVerdict> {
  const known = await findBySha256(tx, deps, now, sha256);
  return known ?? { status: 'failed', reason: 'not-issued', copy: null };
}

async function findBySha256(
  tx: VerificationStores,
  deps: VerifyDeps,
  now: Instant,
  sha256: string,
): Promise<IssuedVerdict | undefined> {
  const endorsed = await tx.issued.bySha256(sha256);
  if (endorsed) {
    const reason = endorsedStanding(endorsed.copy, endorsed.certificate, deps.zone.dateOf(now));
    return reason && standingVerdict(reason, viewEndorsed(deps, endorsed));
  }
  const plain = await tx.issued.plainBySha256(sha256);
  return plain && standingVerdict(plainStanding(plain.certificate, plain.copy.holderId), viewPlain(deps, plain));
}

// Sound, but by nobody whom we trust: a copy of another authority's, which has the same marks as ours.
async function claimsToBeOurs(tx: VerificationStores, { sound, traces }: FileSoundness): Promise<boolean> {
  if (sound.reason === 'untrusted-issuer') return linksHere(tx, traces);
  return traces.signedHere || linksHere(tx, traces);
}

// Codes are too long to be guessed, so that this tells nobody anything but who has a copy of ours already.
async function linksHere(tx: VerificationStores, { codes }: CopyTraces): Promise<boolean> {
  for (const code of codes) {
    if (await tx.issued.byCode(code)) return true;
  }
  return false;
}
