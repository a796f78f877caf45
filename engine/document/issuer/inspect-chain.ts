import { X509Certificate } from 'node:crypto';

import type { KeyAlgorithm, Signer } from '../../ports/signer.ts';
import { instant, type Instant } from '../../time/instant.ts';
import { isTrustedKind } from '../cms/signature-algorithm.ts';
import { pathToRoot } from '../verify/chain.ts';
import { type ReadCertificate, readCertificate } from '../verify/x509.ts';
import { hasSigned, keyAlgorithm, parseCertificate, usableWith } from './certificate-chain.ts';

/** What an operator wants to know of a certificate. */
export interface CertificateFacts {
  /** Common name of the subject, or all of its name when it has none. */
  subject: string;
  /** As `RSA-3072` or `P-256`; null for a kind of key that copies aren't signed with. */
  algorithm: string | null;
  from: Instant;
  until: Instant;
}

/** Why copies signed with a chain would not be believed, whatever the time. */
export type ChainFlaw =
  /** Verification, which is stricter than others, doesn't read a certificate. */
  | { kind: 'unreadable'; subject: string; why: string }
  /** Critical extensions aren't looked at, by their types in dotted form (4.2). */
  | { kind: 'unheeded'; subject: string; extensions: readonly string[] }
  /** It is signed over a digest by which signatures can be forged. */
  | { kind: 'weakly-signed'; subject: string }
  /** The key's usage doesn't say that it may sign documents (RFC 5280, 4.2.1.3). */
  | { kind: 'not-for-signing'; subject: string }
  | { kind: 'not-an-authority'; subject: string }
  /** More authorities stand below it than it allows (4.2.1.9). */
  | { kind: 'too-far-above'; subject: string }
  /** By its key no signature is verified. */
  | { kind: 'unusual-key'; subject: string }
  | { kind: 'self-signed'; subject: string }
  /** The certificate of `missing`, who signed `subject`'s, isn't there. */
  | { kind: 'incomplete'; subject: string; missing: string }
  /** Verification doesn't get from `subject` to the `root`, though each vouches for the next. */
  | { kind: 'no-way'; subject: string; root: string };

export function certificateFacts(chain: Signer['chain']): CertificateFacts[] {
  return chain.map((raw) => {
    const x509 = new X509Certificate(raw);
    const [from, until] = [instant(x509.validFromDate.getTime()), instant(x509.validToDate.getTime())];
    return { subject: commonName(x509.subject), algorithm: algorithmOf(x509), from, until };
  });
}

/** What keeps verification from reading a certificate, if anything does. Throws IssuerFault when it is none. */
export function unreadable(raw: Uint8Array): ChainFlaw | undefined {
  const { subject } = parseCertificate(raw);
  try {
    readCertificate(raw);
    return undefined;
  } catch (fault) {
    return { kind: 'unreadable', subject: commonName(subject), why: fault instanceof Error ? fault.message : '' };
  }
}

/** By the same rules as verification. Throws IssuerFault when something in the chain is no certificate. */
export function chainFlaws(chain: Signer['chain']): ChainFlaw[] {
  const strange = chain.flatMap((raw) => unreadable(raw) ?? []);
  if (strange.length > 0) return strange;
  const [own, ...above] = chain.map(named);
  if (!own) return [];
  const last = above.at(-1) ?? own;
  const flaws = [
    ...[own, ...above].flatMap(ownFlaws),
    ...(own.signsDocuments ? [] : [{ kind: 'not-for-signing', subject: own.name } as const]),
    ...above.flatMap((authority, index) => authorityFlaws(authority, index)),
    ...endFlaws(last, above.length === 0),
  ];
  return flaws.length > 0 || leads(own, above) ? flaws : [{ kind: 'no-way', subject: own.name, root: last.name }];
}

interface Named extends ReadCertificate {
  name: string;
}

function named(raw: Uint8Array): Named {
  const read = readCertificate(raw);
  return { ...read, name: commonName(read.x509.subject) };
}

// Neither is asked of a root: nobody vouches for it but who trusts it.
function ownFlaws({ name: subject, trustilySigned, unheeded, x509 }: Named): ChainFlaw[] {
  if (hasSigned(x509, x509)) return [];
  if (unheeded.length > 0) return [{ kind: 'unheeded', subject, extensions: unheeded }];
  return trustilySigned ? [] : [{ kind: 'weakly-signed', subject }];
}

function authorityFlaws({ authority, name: subject, pathLength, x509 }: Named, below: number): ChainFlaw[] {
  if (!authority) return [{ kind: 'not-an-authority', subject }];
  if (!isTrustedKind(x509.publicKey)) return [{ kind: 'unusual-key', subject }];
  return pathLength < below ? [{ kind: 'too-far-above', subject }] : [];
}

function endFlaws({ name: subject, x509 }: Named, alone: boolean): ChainFlaw[] {
  if (!hasSigned(x509, x509)) return [{ kind: 'incomplete', subject, missing: commonName(x509.issuer) }];
  return alone ? [{ kind: 'self-signed', subject }] : [];
}

// Where all of them are valid together; where they never are, there is nothing to be said against copies.
function leads(own: Named, above: readonly Named[]): boolean {
  const { from, until } = usableWith([own, ...above].map(({ raw }) => raw));
  const suits = (path: readonly ReadCertificate[]): boolean => path.length === above.length;
  return from > until || pathToRoot(own, { others: above, roots: above.slice(-1), at: from, suits }) !== undefined;
}

function algorithmOf({ publicKey }: X509Certificate): string | null {
  try {
    return algorithmName(keyAlgorithm(publicKey));
  } catch {
    return null;
  }
}

function algorithmName(algorithm: KeyAlgorithm): string {
  return algorithm.kind === 'rsa' ? `RSA-${algorithm.bits}` : algorithm.curve;
}

function commonName(name: string): string {
  const line = name.split('\n').find((part) => part.startsWith('CN='));
  return line?.slice(3) ?? name.replaceAll('\n', ', ');
}
