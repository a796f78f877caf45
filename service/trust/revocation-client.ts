import { UnavailableFault } from '../../engine/document/faults.ts';
import { judgeCrl, readList } from '../../engine/document/revocation/judge-crl.ts';
import { judgeOcsp } from '../../engine/document/revocation/judge-ocsp.ts';
import { ocspRequest } from '../../engine/document/revocation/ocsp-request.ts';
import { covers, type Issued, type RevocationFinding } from '../../engine/document/revocation/revocation-finding.ts';
import { revocationSources } from '../../engine/document/revocation/revocation-sources.ts';
import { commonName } from '../../engine/document/verify/x509.ts';
import type { Clock } from '../../engine/ports/clock.ts';
import { type Exchange, ExchangeFault } from './exchange.ts';
import type { RevocationSettings } from './trust-settings.ts';

export interface RevocationClientOptions {
  settings: RevocationSettings;
  exchange: Exchange;
  clock: Clock;
}

/** What was answered about one certificate, and the answer itself, in DER. */
export interface RevocationProof {
  kind: 'ocsp' | 'list';
  bytes: Uint8Array;
  finding: RevocationFinding;
}

/** They go into every copy at level B-LT, which is to stay under 100 kB. */
const LARGEST_RESPONSE = 16 * 1024;
const LARGEST_LIST = 32 * 1024;

/** Asks an authority about its certificate: its OCSP responder first, whose answers are short. Rejects with UnavailableFault. */
export async function askAboutRevocation(issued: Issued, options: RevocationClientOptions): Promise<RevocationProof> {
  const { ocsp, revocationLists } = sourcesOf(issued.certificate.raw, options.settings);
  const asks = [
    ...ocsp.map((url) => () => askOcsp(url, issued, options)),
    ...revocationLists.map((url) => () => fetchList(url, issued, options)),
  ];
  const failures: string[] = [];
  for (const ask of asks) {
    const answer = await ask().catch(reasonOf);
    if (typeof answer !== 'string') return answer;
    failures.push(answer);
  }
  const why = failures.join('; ') || 'it names nobody to ask';
  throw new UnavailableFault('revocation-unavailable', `${commonName(issued.certificate.x509, 'subject')}: ${why}`);
}

/** Whether there is somebody to ask about a certificate. Throws DerError. */
export function namesSources(certificate: Uint8Array, settings: RevocationSettings): boolean {
  const { ocsp, revocationLists } = sourcesOf(certificate, settings);
  return ocsp.length + revocationLists.length > 0;
}

function sourcesOf(certificate: Uint8Array, settings: RevocationSettings): ReturnType<typeof revocationSources> {
  const { ocsp, revocationLists } = revocationSources(certificate);
  return { ocsp: settings.ocsp ? ocsp : [], revocationLists: settings.lists ? revocationLists : [] };
}

// Without a nonce: what is kept until the next update may as well have been kept on the way (RFC 5019, 4).
async function askOcsp(
  url: string,
  issued: Issued,
  options: RevocationClientOptions,
): Promise<RevocationProof | string> {
  const bytes = await options.exchange({
    url,
    body: { type: 'application/ocsp-request', bytes: ocspRequest(issued) },
    accept: ['application/ocsp-response'],
    maxBytes: LARGEST_RESPONSE,
  });
  const judged = judgeOcsp(bytes, issued);
  return judged.ok
    ? current({ kind: 'ocsp', bytes, finding: judged.value }, url, options)
    : `${url}: ${judged.refusal}`;
}

async function fetchList(
  url: string,
  issued: Issued,
  options: RevocationClientOptions,
): Promise<RevocationProof | string> {
  const sent = await options.exchange({ url, accept: [], maxBytes: LARGEST_LIST });
  const bytes = readList(sent);
  if (!bytes) return `${url}: malformed`;
  const judged = judgeCrl(bytes, issued);
  return judged.ok
    ? current({ kind: 'list', bytes, finding: judged.value }, url, options)
    : `${url}: ${judged.refusal}`;
}

function current(proof: RevocationProof, url: string, { clock }: RevocationClientOptions): RevocationProof | string {
  return covers(proof.finding, clock.now()) ? proof : `${url}: not of today`;
}

function reasonOf(fault: unknown): string {
  if (fault instanceof ExchangeFault) return fault.message;
  throw fault;
}
