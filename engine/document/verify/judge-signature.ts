import { createHash, type KeyObject, verify } from 'node:crypto';

import { instant, type Instant } from '../../time/instant.ts';
import { same } from '../cms/bytes.ts';
import { isTrustedKind } from '../cms/signature-algorithm.ts';
import { signedAttributes } from '../cms/signed-attributes.ts';
import { signedData } from '../cms/signed-data.ts';
import { parsePdfDate } from '../page/dates.ts';
import type { ValidationData } from '../revocation/validation-data.ts';
import type { ProvenTime } from '../timestamp/judge-token.ts';
import { pathToRoot } from './chain.ts';
import { type Chain, judgeKnown, judgeStore, judgeTimestamp } from './judge-proof.ts';
import { type CmsSignature, readCms } from './read-cms.ts';
import type { SignedFile } from './signed-file.ts';
import type { FailedReason, IndeterminateReason, SignatureFacts, Verdict } from './verdict.ts';
import { commonName, type ReadCertificate, readCertificate } from './x509.ts';

/** Whose word counts. */
export interface Trust {
  /** DER certificates that a signer's chain must end in. */
  trustedRoots: readonly Uint8Array[];
  /** DER certificates that a time-stamping authority's chain must end in; none when left out. */
  timestampRoots?: readonly Uint8Array[];
  /** What is known by now of revocations. */
  known?: ValidationData;
  /** When the question is asked. */
  at: Instant;
}

interface Basis {
  roots: readonly ReadCertificate[];
  timestampRoots: readonly ReadCertificate[];
  known: ValidationData | null;
  at: Instant;
}

interface Opened {
  cms: CmsSignature;
  signing: ReadCertificate;
  certificates: readonly ReadCertificate[];
  facts: SignatureFacts;
}

// Signers' clocks run ahead of verifiers' now and then.
const TOLERANCE_MS = 5 * 60_000;

/** Judges the signature of a file whose form is right. Throws only when a trusted root isn't a certificate. */
export function judgeSignature(file: SignedFile, { at, known, timestampRoots = [], trustedRoots }: Trust): Verdict {
  const basis = {
    roots: trustedRoots.map(readCertificate),
    timestampRoots: timestampRoots.map(readCertificate),
    known: known ?? null,
    at,
  };
  try {
    return judge(file, basis);
  } catch {
    // Hostile DER makes node:crypto throw errors of many kinds; each means that this is no signature of ours.
    return { status: 'failed', reason: 'cms-malformed', signature: null };
  }
}

function judge(file: SignedFile, basis: Basis): Verdict {
  const opened = open(file);
  if (typeof opened === 'string') return { status: 'failed', reason: opened, signature: null };
  const failure = failureOf(file, opened);
  if (failure) return { status: 'failed', reason: failure, signature: opened.facts };
  const roots = basis.timestampRoots;
  const time = judgeTimestamp(opened.cms, file.validationData, { roots, at: basis.at });
  if (!time.ok) return refusedBy(time.refusal, opened.facts);
  return judgeAt(file, opened, basis, time.value);
}

function judgeAt(file: SignedFile, opened: Opened, basis: Basis, time: ProvenTime | null): Verdict {
  const proven = time && { provenAt: time.at, timestampAuthority: commonName(time.chain[0].x509, 'subject') };
  const facts: SignatureFacts = { ...opened.facts, ...proven, level: time ? 'B-T' : 'B-B' };
  const chain = chainOf(opened, basis, time);
  if (!chain) return refusedBy('untrusted-issuer', facts);
  const level = judgeStore(file.validationData, time, chain);
  if (!level.ok) return refusedBy(level.refusal, facts);
  const signature = { ...facts, level: level.value };
  const known = judgeKnown(basis.known, { signer: chain, time, claimedAt: facts.claimedAt });
  const doubt = known ?? doubtOf(facts, chain, basis.at);
  return doubt ? refusedBy(doubt, signature) : { status: 'passed', reason: 'sound', signature };
}

function refusedBy(
  reason: IndeterminateReason | 'timestamp-wrong' | 'certificate-revoked',
  signature: SignatureFacts,
): Verdict {
  const failed = reason === 'timestamp-wrong' || reason === 'certificate-revoked';
  return failed ? { status: 'failed', reason, signature } : { status: 'indeterminate', reason, signature };
}

function open(file: SignedFile): Opened | FailedReason {
  const claimedAt = parsePdfDate(file.madeAt);
  if (claimedAt === undefined) return 'structure';
  const cms = readCms(file.contents);
  const certificates = cms.certificates.map(readCertificate);
  const signing = certificates.find(
    ({ issuer, serialNumber }) => same(issuer, cms.issuer) && same(serialNumber, cms.serialNumber),
  );
  return signing ? { cms, certificates, signing, facts: factsOf(signing, claimedAt) } : 'signing-certificate';
}

function failureOf(file: SignedFile, opened: Opened): FailedReason | undefined {
  const { cms, signing } = opened;
  if (!same(sha256(signing.raw), cms.certificateHash.hash)) return 'signing-certificate';
  if (!same(cms.encoded, rewritten(opened))) return 'cms-malformed';
  const key = signing.x509.publicKey;
  if (!signing.signsDocuments || !fits(key, cms.algorithm)) return 'key-usage';
  if (!same(sha256(...file.covered), cms.messageDigest)) return 'changed';
  return verify('sha256', cms.signedAttributes, key, cms.signature) ? undefined : 'signature-wrong';
}

// What no signature covers is the string that holds it. It is held to the one form in which `sign` writes it, and what is
// signed to be exactly the three attributes of a PAdES signature. A few things remain that anybody can change so that it
// still verifies, such as s of ECDSA's (r, s) to n − s, or leaving out the time stamp, an unsigned attribute;
// docs/adr/0017 lists them all. None makes a false statement, and no such file is one of ours, which is asked of all of
// its bytes (`verifyIssued`): “sound” alone is never “issued here”.
function rewritten({ certificates, cms, signing }: Opened): Uint8Array {
  const others = certificates.filter((certificate) => certificate !== signing).map(({ raw }) => raw);
  const chain = [signing.raw, ...others] as const;
  const attributes = signedAttributes(cms.messageDigest, signing.raw);
  return signedData({ kind: cms.algorithm, chain }, attributes, cms.signature, cms.timestamp);
}

function doubtOf(facts: SignatureFacts, chain: Chain, at: Instant): IndeterminateReason | undefined {
  const { claimedAt, notAfter, notBefore, provenAt } = facts;
  // What was signed in time stays signed, however old the certificate grows.
  const judgedAt = provenAt ?? at;
  const doubts: readonly [IndeterminateReason, boolean][] = [
    ['signed-in-the-future', Math.max(claimedAt, judgedAt) > at + TOLERANCE_MS || claimedAt > judgedAt + TOLERANCE_MS],
    ['signed-outside-validity', claimedAt < notBefore || claimedAt > notAfter],
    ['certificate-not-yet-valid', chain.some(({ x509 }) => judgedAt < x509.validFromDate.getTime())],
    ['certificate-expired', chain.some(({ x509 }) => judgedAt > x509.validToDate.getTime())],
  ];
  return doubts.find(([, holds]) => holds)?.[0];
}

// What came along must be the way to a root and nothing else. The signature doesn't cover it, and a certificate more or
// less would make another file of the same copy.
function chainOf(
  { certificates, facts, signing }: Opened,
  { at, roots }: Basis,
  time: ProvenTime | null,
): Chain | undefined {
  const suits = (above: Chain): boolean => isExactly(certificates, [signing, ...above]);
  // What has expired is expired, not unknown: its chain is looked at as it was when the copy was made.
  for (const moment of [time?.at ?? at, facts.claimedAt]) {
    const path = pathToRoot(signing, { others: certificates, roots, at: moment, suits });
    if (path) return [signing, ...path];
  }
  return undefined;
}

function isExactly(certificates: Chain, chain: Chain): boolean {
  if (certificates.length !== chain.length) return false;
  return chain.every(({ raw }) => certificates.some((one) => same(raw, one.raw)));
}

function fits(key: KeyObject, algorithm: CmsSignature['algorithm']): boolean {
  return isTrustedKind(key) && key.asymmetricKeyType === (algorithm === 'ecdsa' ? 'ec' : 'rsa');
}

function factsOf({ raw, x509 }: ReadCertificate, claimedAt: Instant): SignatureFacts {
  return {
    level: 'B-B',
    signer: commonName(x509, 'subject'),
    issuer: commonName(x509, 'issuer'),
    certificateSha256: sha256(raw).toString('hex'),
    notBefore: instant(x509.validFromDate.getTime()),
    notAfter: instant(x509.validToDate.getTime()),
    claimedAt,
    provenAt: null,
    timestampAuthority: null,
  };
}

function sha256(...parts: readonly Uint8Array[]): Buffer {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest();
}
