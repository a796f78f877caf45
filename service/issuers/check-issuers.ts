import { type CertificateFacts, certificateFacts } from '../../engine/document/issuer/inspect-chain.ts';
import { ringKeys } from '../../engine/document/issuer/key-ring.ts';
import { issuerStanding } from '../../engine/document/issuer/standing.ts';
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
  /** Every certificate, or only what becomes of each issuer. */
  certificates: boolean;
}

/** What an operator should know of the issuers. */
export function checkIssuers({ issuers, mistakes }: ReadIssuers, options: CheckOptions): IssuerFinding[] {
  const { certificates, now, zone } = options;
  return [
    ...mistakes.map((text): IssuerFinding => ({ kind: 'bad', text })),
    ...issuers.flatMap((read) => [
      ...standingFindings(read, zone, now),
      ...(certificates ? read.keys.flatMap((key) => keyFindings(key, zone, now)) : []),
    ]),
  ];
}

function standingFindings({ demonstrated, issuer, keys }: ReadIssuer, zone: Zone, now: Instant): IssuerFinding[] {
  if (keys.length === 0) {
    const text = `${issuer.id}: the demonstration issuer is made at the first start`;
    return demonstrated ? [{ kind: 'note', text }] : [];
  }
  const standing = issuerStanding(ringKeys(keys.map(({ signer }) => signer)), now);
  const by = demonstrated ? ', by the demonstration issuer, marked 样张 SPECIMEN' : '';
  switch (standing.kind) {
    case 'holds':
      return [{ kind: 'good', text: `${issuer.id}: can sign until ${zone.dateOf(standing.until)}${by}` }];
    case 'ends-soon': {
      const text = `${issuer.id}: can sign only until ${zone.dateOf(standing.until)}, ${daysText(standing.days)}; add a newer key`;
      return [{ kind: 'soon', text }];
    }
    case 'cannot-sign': {
      const next = standing.from === null ? 'add a newer key' : `the next key begins on ${zone.dateOf(standing.from)}`;
      return [{ kind: 'bad', text: `${issuer.id}: has no key that is valid now; ${next}` }];
    }
  }
}

function keyFindings({ name, signer }: ReadKey, zone: Zone, now: Instant): IssuerFinding[] {
  return certificateFacts(signer.chain).map((facts, index) => {
    const what = index === 0 ? name : '  signed by';
    return { kind: 'note', text: `  ${what} “${facts.subject}”: ${certificateText(facts, zone, now)}` };
  });
}

function certificateText({ algorithm, from, until }: CertificateFacts, zone: Zone, now: Instant): string {
  const validity = `${zone.dateOf(from)} to ${zone.dateOf(until)}`;
  if (now > until) return `${algorithm ?? 'other key'}, ${validity}: over; copies that it signed are still known`;
  if (now < from) return `${algorithm ?? 'other key'}, ${validity}: not valid yet`;
  return `${algorithm ?? 'other key'}, ${validity}`;
}

function daysText(days: number): string {
  if (days === 0) return 'today';
  return days === 1 ? 'for another day' : `for another ${days} days`;
}
