import { createHash } from 'node:crypto';

import { done, refused, type Result } from '../../result.ts';
import { HOUR_MS, type Instant } from '../../time/instant.ts';
import { same } from '../cms/bytes.ts';
import { oid } from '../cms/der.ts';
import { isSignedBy } from '../cms/signature-algorithm.ts';
import { pathToRoot, validAt } from '../verify/chain.ts';
import { type ReadCertificate, readCertificate } from '../verify/x509.ts';
import { nonceNumber, type TimestampAsk } from './timestamp-request.ts';
import { readTimestampInfo, readToken, type TimestampInfo, type TimestampToken } from './read-token.ts';
import { trimToken } from './trim-token.ts';

/** Why a token proves nothing. */
export type TimestampRefusal =
  | 'malformed'
  | 'wrong-imprint'
  | 'wrong-nonce'
  | 'wrong-policy'
  | 'wrong-time'
  | 'signature-wrong'
  | 'signing-certificate'
  | 'key-usage'
  /** The authority's certificate was not valid at the time that it says. */
  | 'outside-validity'
  | 'untrusted';

/** A moment before which something existed, by the word of an authority. */
export interface ProvenTime {
  at: Instant;
  /** The authority's certificate first, a trusted root last, all valid `at`. */
  chain: readonly [ReadCertificate, ...ReadCertificate[]];
}

interface TokenBasis {
  roots: readonly ReadCertificate[];
  /** Certificates that may help on the way to a root. */
  others: readonly ReadCertificate[];
}

/** Whether a token proves that what has this SHA-256 digest existed at a time. Never throws on account of the token. */
export function judgeToken(
  bytes: Uint8Array,
  digest: Uint8Array,
  basis: TokenBasis,
): Result<ProvenTime, TimestampRefusal> {
  try {
    const token = readToken(bytes);
    const suits = (chain: ProvenTime['chain']): boolean => isTrimmed(token, chain);
    return judge(token, readTimestampInfo(token.content), digest, { ...basis, suits });
  } catch {
    // Hostile DER makes node:crypto throw errors of many kinds.
    return refused('malformed');
  }
}

/** How far an authority's clock may be from ours. */
const TOLERANCE_MS = HOUR_MS / 12;

/** What an authority answered, and what it proves. */
export interface Timestamp extends ProvenTime {
  /** The token, with no certificate but those that lead to the root, without that. */
  token: Uint8Array;
}

/** As `judgeToken`, and whether it is the answer to what was asked at `now`. */
export function judgeAnswer(
  bytes: Uint8Array,
  ask: TimestampAsk,
  { now, roots }: { now: Instant; roots: readonly ReadCertificate[] },
): Result<Timestamp, TimestampRefusal> {
  try {
    const read = readToken(bytes);
    const info = readTimestampInfo(read.content);
    const judged = judge(read, info, ask.digest, { roots, others: [] });
    if (!judged.ok) return judged;
    const { at, chain } = judged.value;
    if (info.nonce === null || !same(info.nonce, nonceNumber(ask.nonce))) return refused('wrong-nonce');
    if (ask.policy !== null && !same(info.policy, oid(ask.policy))) return refused('wrong-policy');
    if (Math.abs(at - now) > TOLERANCE_MS) return refused('wrong-time');
    // Whoever believes the root has it.
    const sent = chain.length > 1 ? chain.slice(0, -1) : chain;
    return done({ at, chain, token: trimToken(bytes, (certificate) => isOneOf(certificate, sent)) });
  } catch {
    return refused('malformed');
  }
}

function judge(
  token: TimestampToken,
  { at, imprint }: TimestampInfo,
  digest: Uint8Array,
  { others, roots, suits = () => true }: TokenBasis & { suits?: (chain: ProvenTime['chain']) => boolean },
): Result<ProvenTime, TimestampRefusal> {
  if (!same(imprint, digest)) return refused('wrong-imprint');
  const certificates = token.certificates.map(readCertificate);
  const signing = certificates.find(
    ({ issuer, serialNumber }) => same(issuer, token.issuer) && same(serialNumber, token.serialNumber),
  );
  if (!signing || !bound(token, signing)) return refused('signing-certificate');
  if (!signing.signsTimestamps) return refused('key-usage');
  if (!genuine(token, signing)) return refused('signature-wrong');
  if (!validAt(signing, at)) return refused('outside-validity');
  const path = pathToRoot(signing, {
    others: [...certificates, ...others],
    roots: roots.toSorted(longerValid),
    at,
    suits: (above) => suits([signing, ...above]),
  });
  return path ? done({ at, chain: [signing, ...path] }) : refused('untrusted');
}

// Of roots that are an authority's own and its renewed one, the token counts for as long as the one that lasts longer.
function longerValid(one: ReadCertificate, other: ReadCertificate): number {
  return other.x509.validToDate.getTime() - one.x509.validToDate.getTime();
}

// Nobody's signature is over the certificates that a token brings along; one that isn't needed could be anything.
function isTrimmed({ certificates }: TimestampToken, chain: ProvenTime['chain']): boolean {
  return certificates.every((certificate) => isOneOf(certificate, chain));
}

function isOneOf(certificate: Uint8Array, others: readonly ReadCertificate[]): boolean {
  return others.some(({ raw }) => same(raw, certificate));
}

function bound({ certificateHash: { digest, hash } }: TimestampToken, { raw }: ReadCertificate): boolean {
  return same(createHash(digest).update(raw).digest(), hash);
}

function genuine(token: TimestampToken, { x509 }: ReadCertificate): boolean {
  const { algorithm, content, digest, messageDigest, signature, signedAttributes } = token;
  if (!same(createHash(digest).update(content).digest(), messageDigest)) return false;
  return isSignedBy({ algorithm, digest, signed: signedAttributes, signature, key: x509.publicKey });
}
