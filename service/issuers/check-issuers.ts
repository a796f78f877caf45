import { type CertificateFacts, certificateFacts } from '../../engine/document/issuer/inspect-chain.ts';
import { newestUsable, type RingKey, ringKeys } from '../../engine/document/issuer/key-ring.ts';
import {
  type IssuerStanding,
  issuerStanding,
  type OutlivedKey,
  outlivedKey,
} from '../../engine/document/issuer/standing.ts';
import type { ValidationData } from '../../engine/document/revocation/validation-data.ts';
import { firstRevoked } from '../../engine/document/verify/judge-proof.ts';
import { commonName, readCertificate } from '../../engine/document/verify/x509.ts';
import type { SignatureLevel } from '../../engine/policy/policy.ts';
import type { Signer } from '../../engine/ports/signer.ts';
import type { Instant, Zone } from '../../engine/time/instant.ts';
import type { ReadIssuer, ReadIssuers, ReadKey } from './read-issuers.ts';

/** `note` is worth knowing, `soon` is to be mended in time, `bad` now. */
export interface IssuerFinding {
  kind: 'good' | 'note' | 'soon' | 'bad';
  text: string;
}

export interface CheckOptions {
  zone: Zone;
  now: Instant;
  /** What is known of revocations: the service signs nothing with a revoked key. */
  revocations: ValidationData;
  /** At which copies are signed by the key that a chain is of. */
  level: (chain: readonly Uint8Array[]) => SignatureLevel;
  /** How long a copy can be valid. */
  maxDays: number;
  /** Every certificate, or only what becomes of each issuer. */
  certificates: boolean;
}

/** What an operator should know of the issuers. */
export function checkIssuers({ issuers, mistakes }: ReadIssuers, options: CheckOptions): IssuerFinding[] {
  const { certificates } = options;
  return [
    ...mistakes.map((text): IssuerFinding => ({ kind: 'bad', text })),
    ...issuers.flatMap((read) => [
      ...standingFindings(read, options),
      ...(certificates ? read.keys.flatMap((key) => keyFindings(key, options)) : []),
    ]),
  ];
}

function standingFindings({ demonstrated, issuer, keys }: ReadIssuer, options: CheckOptions): IssuerFinding[] {
  if (keys.length === 0) {
    const text = `${issuer.id}: the demonstration issuer is made at the first start`;
    return demonstrated ? [{ kind: 'note', text }] : [];
  }
  const ring = ringKeys(keys.map(({ signer }) => signer));
  const standing = issuerStanding(ring, options.now);
  if (standing.kind !== 'cannot-sign') {
    const by = demonstrated ? ', by the demonstration issuer, marked 样张 SPECIMEN' : '';
    const { kind, text } = signingFinding(ring, standing, options);
    return [{ kind, text: `${issuer.id}: ${text}${kind === 'good' ? by : ''}` }];
  }
  const { from } = standing;
  const next = from === null ? 'add a newer key' : `the next key begins on ${options.zone.dateOf(from)}`;
  return [{ kind: 'bad', text: `${issuer.id}: has no key that is valid now; ${next}` }];
}

function signingFinding(
  ring: readonly RingKey[],
  standing: Exclude<IssuerStanding, { kind: 'cannot-sign' }>,
  options: CheckOptions,
): IssuerFinding {
  const { level, maxDays, now, zone } = options;
  const { signer } = newestUsable(ring, now);
  const revoked = revokedIn(signer, options);
  if (revoked) {
    return { kind: 'bad', text: `can't sign, as “${revoked.subject}” was ${revoked.state}; add a newer key` };
  }
  const until = zone.dateOf(standing.until);
  const text =
    standing.kind === 'holds' ? `can sign until ${until}` : `can sign only until ${until}, ${daysText(standing.days)}`;
  const outlived = level(signer.chain) === 'B-B' ? outlivedKey(ring, now, maxDays) : undefined;
  if (outlived) return { kind: 'soon', text: `${text}; ${outlivedText(outlived, options)}` };
  return standing.kind === 'holds' ? { kind: 'good', text } : { kind: 'soon', text: `${text}; add a newer key` };
}

function outlivedText({ from, until }: OutlivedKey, { maxDays, zone }: CheckOptions): string {
  return [
    `copies of ${maxDays} days made from ${zone.dateOf(from)} on outlive the key: `,
    `their signature is no longer confirmed after ${zone.dateOf(until)}; `,
    'add a newer key that is valid now, or a time-stamping authority (TSA_URL)',
  ].join('');
}

interface Revoked {
  /** Whose certificate of the chain. */
  index: number;
  subject: string;
  /** As `revoked on` a day. */
  state: string;
}

function revokedIn({ chain }: Signer, { revocations, zone }: CheckOptions): Revoked | undefined {
  const certificates = chain.map(readCertificate);
  const revoked = firstRevoked(revocations, certificates);
  if (!revoked) return undefined;
  const { certificate, revokedAt } = revoked;
  const subject = commonName(certificate.x509, 'subject');
  return { index: certificates.indexOf(certificate), subject, state: `revoked on ${zone.dateOf(revokedAt)}` };
}

function keyFindings({ name, signer }: ReadKey, options: CheckOptions): IssuerFinding[] {
  const revoked = revokedIn(signer, options);
  return certificateFacts(signer.chain).map((facts, index) => {
    const what = index === 0 ? name : '  signed by';
    const state = revoked?.index === index ? `: ${revoked.state}` : stateText(facts, options);
    return { kind: 'note', text: `  ${what} “${facts.subject}”: ${certificateText(facts, options)}${state}` };
  });
}

function certificateText({ algorithm, from, until }: CertificateFacts, { zone }: CheckOptions): string {
  return `${algorithm ?? 'other key'}, ${zone.dateOf(from)} to ${zone.dateOf(until)}`;
}

function stateText({ from, until }: CertificateFacts, { now }: CheckOptions): string {
  if (now > until) return ': over; copies that it signed are still known';
  return now < from ? ': not valid yet' : '';
}

function daysText(days: number): string {
  if (days === 0) return 'today';
  return days === 1 ? 'for another day' : `for another ${days} days`;
}
