import { createHash, type KeyObject, verify, type X509Certificate } from 'node:crypto';

import { instant, type Instant } from '../../time/instant.ts';
import { signedData } from '../cms/signed-data.ts';
import { parsePdfDate } from '../page/dates.ts';
import { pathToRoot, validAt } from './chain.ts';
import { type CmsSignature, readCms } from './read-cms.ts';
import type { SignedFile } from './signed-file.ts';
import type { FailedReason, IndeterminateReason, SignatureFacts, Verdict } from './verdict.ts';
import { type ReadCertificate, readCertificate } from './x509.ts';

interface Basis {
  trustedRoots: readonly Uint8Array[];
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
const SMALLEST_RSA = 2048;

/** Judges the signature of a file whose form is right. Throws only when a trusted root isn't a certificate. */
export function judgeSignature(file: SignedFile, { at, trustedRoots }: Basis): Verdict {
  const roots = trustedRoots.map(readCertificate);
  try {
    return judge(file, roots, at);
  } catch {
    // Hostile DER makes node:crypto throw errors of many kinds; each means that this is no signature of ours.
    return { status: 'failed', reason: 'cms-malformed', signature: null };
  }
}

function judge(file: SignedFile, roots: readonly ReadCertificate[], at: Instant): Verdict {
  const opened = open(file);
  if (typeof opened === 'string') return { status: 'failed', reason: opened, signature: null };
  const signature = opened.facts;
  const failure = failureOf(file, opened);
  if (failure) return { status: 'failed', reason: failure, signature };
  const doubt = doubtOf(opened, roots, at);
  if (doubt) return { status: 'indeterminate', reason: doubt, signature };
  return { status: 'passed', reason: 'sound', signature };
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
  if (!same(cms.encoded, rewritten(opened))) return 'cms-malformed';
  if (!same(sha256(signing.raw), cms.certificateHash)) return 'signing-certificate';
  const key = signing.x509.publicKey;
  if (!signing.signsDocuments || !fits(key, cms.algorithm)) return 'key-usage';
  if (!same(sha256(...file.covered), cms.messageDigest)) return 'changed';
  return verify('sha256', cms.signedAttributes, key, cms.signature) ? undefined : 'signature-wrong';
}

// The signature says nothing of what surrounds it, so that is held to the one form in which `sign` writes it.
function rewritten({ certificates, cms, signing }: Opened): Uint8Array {
  const others = certificates.filter((certificate) => certificate !== signing).map(({ raw }) => raw);
  return signedData({ kind: cms.algorithm, chain: [signing.raw, ...others] }, cms.signedAttributes, cms.signature);
}

function doubtOf(opened: Opened, roots: readonly ReadCertificate[], at: Instant): IndeterminateReason | undefined {
  const { facts, signing } = opened;
  // An expired certificate is expired, not unknown: its chain is looked at as it was when the copy was made.
  const chainAt = validAt(signing, at) ? at : facts.claimedAt;
  const doubts: readonly [IndeterminateReason, boolean][] = [
    ['untrusted-issuer', !trusted(opened, roots, chainAt)],
    ['signed-in-the-future', facts.claimedAt > at + TOLERANCE_MS],
    ['signed-outside-validity', !validAt(signing, facts.claimedAt)],
    ['certificate-not-yet-valid', at < facts.notBefore],
    ['certificate-expired', at > facts.notAfter],
  ];
  return doubts.find(([, holds]) => holds)?.[0];
}

// Every certificate that came along must be on the way to a root; one that isn't could be anything.
function trusted({ certificates, signing }: Opened, roots: readonly ReadCertificate[], at: Instant): boolean {
  const path = pathToRoot(signing, certificates, roots, at);
  if (!path) return false;
  return certificates.every(
    (certificate) => certificate === signing || path.some(({ raw }) => same(raw, certificate.raw)),
  );
}

function fits(key: KeyObject, algorithm: CmsSignature['algorithm']): boolean {
  if (algorithm === 'ecdsa') return key.asymmetricKeyType === 'ec';
  return key.asymmetricKeyType === 'rsa' && (key.asymmetricKeyDetails?.modulusLength ?? 0) >= SMALLEST_RSA;
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
  };
}

function commonName(x509: X509Certificate, of: 'subject' | 'issuer'): string {
  const line = x509[of].split('\n').find((part) => part.startsWith('CN='));
  return line?.slice(3) ?? '';
}

function sha256(...parts: readonly Uint8Array[]): Buffer {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest();
}

function same(a: Uint8Array, b: Uint8Array): boolean {
  return Buffer.compare(a, b) === 0;
}
