import { IssuerFault, SignatureFault, SignerFault, UnavailableFault, UnknownIssuerFault } from '../document/faults.ts';
import type { MadeCopy, Unavailable } from '../ports/copy-maker.ts';
import type { Transaction } from '../ports/storage.ts';
import type { Catalogue } from '../registry/catalogue.ts';
import type { Certificate } from '../registry/holder.ts';
import type { Instant } from '../time/instant.ts';

type Kind = 'signer-unavailable' | Unavailable['code'];

/** What keeps an issuer from signing at all: over once it signed. */
const AT_ALL = ['signer-unavailable', 'certificate-revoked'] as const satisfies readonly Kind[];

/**
 * Has staff told what keeps copies of an issuer from being made, or from the level that is wanted, once for all of
 * them, and at the first attempt: what helps takes people. Faults of other kinds are none of its business.
 */
export async function alertIssuer(
  tx: Transaction,
  now: Instant,
  issuer: string | undefined,
  fault: unknown,
): Promise<void> {
  const cause = causeOf(fault);
  if (!cause || issuer === undefined) return;
  // What makes a copy too large was there.
  if (cause.kind === 'copy-too-large') await tx.alerts.clear(alertKey('revocation-unavailable', issuer));
  await raise(tx, now, issuer, cause);
}

/** The same of a copy that was made all the same, at a lower level. */
export async function alertLowered(
  tx: Transaction,
  now: Instant,
  issuer: string | undefined,
  { code, detail }: Unavailable,
): Promise<void> {
  if (issuer !== undefined) await raise(tx, now, issuer, { kind: code, code, detail });
}

/**
 * Ends the alerts that a copy of this issuer, now made, proves to be over. Whether others are too large it can't tell:
 * that alert ends when somebody has seen it.
 */
export async function clearIssuerAlerts(
  tx: Transaction,
  issuer: string | undefined,
  { level = 'B-B', lowered }: Pick<MadeCopy, 'level' | 'lowered'>,
): Promise<void> {
  if (issuer === undefined) return;
  for (const kind of AT_ALL) await tx.alerts.clear(alertKey(kind, issuer));
  if (!lowered || level === 'B-T') await tx.alerts.clear(alertKey('timestamp-unavailable', issuer));
  // At level B-T, what made it too large was the data that proves revocation.
  const provesData = !lowered || (level === 'B-T' && lowered.code === 'copy-too-large');
  if (provesData) await tx.alerts.clear(alertKey('revocation-unavailable', issuer));
}

/** Id of the issuer that seals a certificate's copies; undefined when the catalogue no longer says. */
export function sealingIssuer({ qualifications }: Catalogue, { qualification }: Certificate): string | undefined {
  return qualifications.find(({ code }) => code === qualification)?.issuer;
}

interface Cause {
  kind: Kind;
  code: string;
  detail: string;
}

async function raise(tx: Transaction, now: Instant, issuer: string, { kind, ...cause }: Cause): Promise<void> {
  await tx.alerts.raise({ key: alertKey(kind, issuer), kind, at: now, facts: { issuer, ...cause } });
}

function causeOf(fault: unknown): Cause | undefined {
  if (fault instanceof UnavailableFault) return { kind: fault.code, code: fault.code, detail: fault.detail };
  if (fault instanceof SignerFault) return { kind: 'signer-unavailable', code: fault.code, detail: fault.detail };
  const ours = [IssuerFault, SignatureFault, UnknownIssuerFault].find((kind) => fault instanceof kind);
  return ours && fault instanceof Error && 'code' in fault
    ? { kind: 'signer-unavailable', code: String(fault.code), detail: fault.message }
    : undefined;
}

/** One authority stamps the copies of all issuers; whatever else is wrong may be in order with the others. */
function alertKey(kind: Kind, issuer: string): string {
  return kind === 'timestamp-unavailable' ? kind : `${kind}:${issuer}`;
}
