import { createHash } from 'node:crypto';
import { UnavailableFault } from '../../engine/document/faults.ts';
import { covers, type Issued } from '../../engine/document/revocation/revocation-finding.ts';
import type { ValidationData } from '../../engine/document/revocation/validation-data.ts';
import { issuedIn } from '../../engine/document/verify/judge-proof.ts';
import { commonName, readCertificate } from '../../engine/document/verify/x509.ts';
import type { ValidationSource } from '../../engine/ports/trust-services.ts';
import { HOUR_MS, type Instant } from '../../engine/time/instant.ts';
import { isOver, type Pause } from './pause.ts';
import {
  askAboutRevocation,
  namesSources,
  type RevocationClientOptions,
  type RevocationProof,
} from './revocation-client.ts';

/** A certificate that copies rest on. */
interface Kept {
  issued: Issued;
  proof: RevocationProof | undefined;
  /** Before it is over nobody is asked again, whatever there is; undefined before the first time. */
  pause: Pause | undefined;
  /** What came of asking last, when that was nothing. */
  fault: UnavailableFault | undefined;
  asking: Promise<void> | undefined;
}

/** What an authority said last of a certificate. */
export interface RevocationAnswer extends RevocationProof {
  issued: Issued;
}

/** After nobody answered. */
const PAUSE_MS = 30_000;
/** Lists may be good for a year, but a revocation is to become known on the day that it is. */
const LONGEST_PAUSE_MS = HOUR_MS;

/**
 * Keeps proofs that certificates are not revoked, and asks anew behind the scenes: halfway to the next update, or hourly
 * where that is far away.
 */
export class ValidationKeeper implements ValidationSource {
  readonly #options: RevocationClientOptions;
  readonly #kept = new Map<string, Kept[]>();

  constructor(options: RevocationClientOptions) {
    this.#options = options;
  }

  async dataFor(chain: readonly Uint8Array[]): Promise<ValidationData> {
    const proofs = await Promise.all(this.#keptOf(chain).map((kept) => this.#proof(kept)));
    const bytesOf = (kind: RevocationProof['kind']): Uint8Array[] =>
      proofs.filter((proof) => proof.kind === kind).map(({ bytes }) => bytes);
    return { certificates: chain, ocspResponses: bytesOf('ocsp'), revocationLists: bytesOf('list') };
  }

  /** Has a chain asked about from now on, although nobody needs its proofs: a revocation is to become known. */
  watch(chain: readonly Uint8Array[]): void {
    this.#keptOf(chain);
  }

  /** The latest of each certificate, as far as there was one since the start. */
  answers(): RevocationAnswer[] {
    return [...this.#kept.values()].flat().flatMap(({ issued, proof }) => (proof ? [{ ...proof, issued }] : []));
  }

  /** What came of asking last about each certificate that names somebody to ask, by its fingerprint, where that was nothing. */
  faults(): Map<string, UnavailableFault> {
    const faults = [...this.#kept.values()].flat().flatMap(({ fault, issued: { certificate } }) => {
      if (!fault || !namesSources(certificate.raw, this.#options.settings)) return [];
      return [[certificate.x509.fingerprint256, fault] as const];
    });
    return new Map(faults);
  }

  /** Asks again for whatever is due. Rejects with nothing: what failed is told to whoever needs it. */
  async refresh(): Promise<void> {
    const now = this.#options.clock.now();
    const due = [...this.#kept.values()].flat().filter((kept) => isDue(kept, now));
    await Promise.all(due.map((kept) => this.#ask(kept)));
  }

  #keptOf(chain: readonly Uint8Array[]): Kept[] {
    const hash = createHash('sha256');
    for (const certificate of chain) hash.update(certificate);
    const key = hash.digest('base64');
    const found = this.#kept.get(key) ?? issuedIn(chain.map(readCertificate)).map((issued) => this.#begin(issued));
    this.#kept.set(key, found);
    return found;
  }

  #begin(issued: Issued): Kept {
    return { issued, proof: undefined, pause: undefined, fault: undefined, asking: undefined };
  }

  async #proof(kept: Kept): Promise<RevocationProof> {
    const { clock } = this.#options;
    const isCurrent = (): boolean => kept.proof !== undefined && covers(kept.proof.finding, clock.now());
    if (!isCurrent() && isDue(kept, clock.now())) await this.#ask(kept);
    const { fault, issued, proof } = kept;
    const name = commonName(issued.certificate.x509, 'subject');
    if (!proof || !isCurrent())
      throw fault ?? new UnavailableFault('revocation-unavailable', `${name}: nothing current`);
    if (proof.finding.revokedAt !== null) {
      const since = new Date(proof.finding.revokedAt).toISOString();
      throw new UnavailableFault('certificate-revoked', `${name}: revoked on ${since}`);
    }
    return proof;
  }

  #ask(kept: Kept): Promise<void> {
    kept.asking ??= this.#askNow(kept).finally(() => {
      kept.asking = undefined;
    });
    return kept.asking;
  }

  async #askNow(kept: Kept): Promise<void> {
    const { clock } = this.#options;
    try {
      kept.proof = unlessOlder(await askAboutRevocation(kept.issued, this.#options), kept.proof);
      kept.fault = undefined;
      const { nextUpdate } = kept.proof.finding;
      const now = clock.now();
      kept.pause = { from: now, ms: Math.max(PAUSE_MS, Math.min(LONGEST_PAUSE_MS, (nextUpdate - now) / 2)) };
    } catch (fault) {
      if (!(fault instanceof UnavailableFault)) throw fault;
      kept.fault = fault;
      kept.pause = { from: clock.now(), ms: PAUSE_MS };
    }
  }
}

function isDue({ pause }: Kept, now: Instant): boolean {
  return !pause || isOver(pause, now);
}

// Another source may not know of a revocation yet.
function unlessOlder(answer: RevocationProof, before: RevocationProof | undefined): RevocationProof {
  const stands = before && before.finding.revokedAt !== null && answer.finding.thisUpdate <= before.finding.thisUpdate;
  return stands ? before : answer;
}
