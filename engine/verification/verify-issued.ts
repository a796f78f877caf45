import type { Transaction } from '../ports/storage.ts';
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
  tx: Transaction,
  deps: VerifyDeps,
  { now, file }: { now: Instant; file: FileSoundness },
): Promise<IssuedVerdict> {
  const known = file.sha256 === null ? undefined : await findBySha256(tx, deps, now, file.sha256);
  if (known) return known;
  const reason = (await claimsToBeOurs(tx, file)) ? 'altered' : 'not-issued';
  return { status: 'failed', reason, copy: null };
}

async function findBySha256(
  tx: Transaction,
  deps: VerifyDeps,
  now: Instant,
  sha256: string,
): Promise<IssuedVerdict | undefined> {
  const endorsement = await tx.endorsements.findBySha256(sha256);
  const plain = endorsement ? undefined : await tx.plainCopies.find(sha256);
  const certificateId = endorsement?.certificateId ?? plain?.certificateId;
  const certificate = certificateId === undefined ? undefined : await tx.certificates.get(certificateId);
  if (!certificate) return undefined;
  if (plain) {
    const copy = await viewPlain(tx, deps, certificate, plain.holderId);
    return standingVerdict(plainStanding(certificate, plain.holderId), copy);
  }
  const reason = endorsement && endorsedStanding(endorsement, certificate, deps.zone.dateOf(now));
  if (!endorsement || !reason) return undefined;
  return standingVerdict(reason, await viewEndorsed(tx, deps, endorsement, certificate));
}

// Sound, but by nobody whom we trust: a copy of another authority's, which has the same marks as ours.
async function claimsToBeOurs(tx: Transaction, { sound, traces }: FileSoundness): Promise<boolean> {
  if (sound.reason === 'untrusted-issuer') return linksHere(tx, traces);
  return traces.signedHere || linksHere(tx, traces);
}

// Codes are too long to be guessed, so that this tells nobody anything but who has a copy of ours already.
async function linksHere(tx: Transaction, { codes }: CopyTraces): Promise<boolean> {
  for (const code of codes) {
    if (await tx.endorsements.findByVerificationCode(code)) return true;
  }
  return false;
}
