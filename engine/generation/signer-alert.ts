import { IssuerFault, SignatureFault, SignerFault, UnknownIssuerFault } from '../document/faults.ts';
import type { Transaction } from '../ports/storage.ts';
import type { Catalogue } from '../registry/catalogue.ts';
import type { Certificate } from '../registry/holder.ts';
import type { Instant } from '../time/instant.ts';

/**
 * Has staff told that an issuer can't sign, once for all the copies that wait for it, and at the first attempt: what
 * helps takes people. Faults of other kinds are none of its business.
 */
export async function alertSigner(
  tx: Transaction,
  now: Instant,
  issuer: string | undefined,
  fault: unknown,
): Promise<void> {
  const cause = causeOf(fault);
  if (!cause || issuer === undefined) return;
  await tx.alerts.raise({ key: alertKey(issuer), kind: 'signer-unavailable', at: now, facts: { issuer, ...cause } });
}

/** A copy came about, so the issuer can sign. */
export async function clearSignerAlert(tx: Transaction, issuer: string | undefined): Promise<void> {
  if (issuer !== undefined) await tx.alerts.clear(alertKey(issuer));
}

/** Id of the issuer that seals a certificate's copies; undefined when the catalogue no longer says. */
export function sealingIssuer({ qualifications }: Catalogue, { qualification }: Certificate): string | undefined {
  return qualifications.find(({ code }) => code === qualification)?.issuer;
}

function causeOf(fault: unknown): { code: string; detail: string } | undefined {
  if (fault instanceof SignerFault) return { code: fault.code, detail: fault.detail };
  const ours = [IssuerFault, SignatureFault, UnknownIssuerFault].find((kind) => fault instanceof kind);
  return ours && fault instanceof Error && 'code' in fault
    ? { code: String(fault.code), detail: fault.message }
    : undefined;
}

function alertKey(issuer: string): string {
  return `signer-unavailable:${issuer}`;
}
