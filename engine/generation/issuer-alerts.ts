import { IssuerFault, SignatureFault, SignerFault, UnavailableFault, UnknownIssuerFault } from '../document/faults.ts';
import type { Transaction } from '../ports/storage.ts';
import type { Catalogue } from '../registry/catalogue.ts';
import type { Certificate } from '../registry/holder.ts';
import type { Instant } from '../time/instant.ts';

const KINDS = ['signer-unavailable', 'certificate-revoked'] as const;
type Kind = (typeof KINDS)[number];

/**
 * Has staff told that an issuer can't sign, or mustn't, once for all the copies that wait for it, and at the first
 * attempt: what helps takes people. Faults of other kinds are none of its business.
 */
export async function alertIssuer(
  tx: Transaction,
  now: Instant,
  issuer: string | undefined,
  fault: unknown,
): Promise<void> {
  const found = alertOf(fault);
  if (!found || issuer === undefined) return;
  const { kind, ...cause } = found;
  await tx.alerts.raise({ key: alertKey(kind, issuer), kind, at: now, facts: { issuer, ...cause } });
}

/** A copy came about, so the issuer can sign, and by a key that holds. */
export async function clearIssuerAlerts(tx: Transaction, issuer: string | undefined): Promise<void> {
  if (issuer === undefined) return;
  for (const kind of KINDS) await tx.alerts.clear(alertKey(kind, issuer));
}

/** Id of the issuer that seals a certificate's copies; undefined when the catalogue no longer says. */
export function sealingIssuer({ qualifications }: Catalogue, { qualification }: Certificate): string | undefined {
  return qualifications.find(({ code }) => code === qualification)?.issuer;
}

function alertOf(fault: unknown): { kind: Kind; code: string; detail: string } | undefined {
  if (fault instanceof UnavailableFault) {
    const { code, detail } = fault;
    return code === 'certificate-revoked' ? { kind: code, code, detail } : undefined;
  }
  if (fault instanceof SignerFault) return { kind: 'signer-unavailable', code: fault.code, detail: fault.detail };
  const ours = [IssuerFault, SignatureFault, UnknownIssuerFault].find((kind) => fault instanceof kind);
  return ours && fault instanceof Error && 'code' in fault
    ? { kind: 'signer-unavailable', code: String(fault.code), detail: fault.message }
    : undefined;
}

function alertKey(kind: Kind, issuer: string): string {
  return `${kind}:${issuer}`;
}
