import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { IssuerFault } from '../../engine/document/faults.ts';
import { readCertificateFile } from '../../engine/document/issuer/pem.ts';
import { judgeCrl, readList } from '../../engine/document/revocation/judge-crl.ts';
import type { RevocationRefusal } from '../../engine/document/revocation/revocation-finding.ts';
import { readSealPicture, type SealPicture } from '../../engine/document/seal/seal-picture.ts';
import { issuedIn } from '../../engine/document/verify/judge-proof.ts';
import { readCertificate } from '../../engine/document/verify/x509.ts';
import type { Signer } from '../../engine/ports/signer.ts';
import { firstLine } from './first-line.ts';
import type { KeySettings, SecretPlace } from './issuer-settings.ts';
import type { KeySource } from './issuer-key.ts';
import { sealRefusalText } from './problem-texts.ts';

/** Looks a name of the environment up. */
export type Secret = (name: string) => string | undefined;

/** What is wrong with a file that the settings name; `message` is a clause without a full stop, and holds no secret. */
export class FileProblem extends Error {
  override readonly name = 'FileProblem';
}

/** Every signature that is judged looks a list through. */
const LARGEST_LIST_MB = 10;

/** Whatever the certificate. */
const USELESS: ReadonlySet<RevocationRefusal> = new Set(['malformed', 'signature-wrong', 'unsupported']);

/** Reads what the settings of issuers name, from their folder and the environment. All throw FileProblem. */
export class IssuerFiles {
  readonly #dir: string;
  readonly #secret: Secret;

  constructor(dir: string, secret: Secret) {
    this.#dir = dir;
    this.#secret = secret;
  }

  async keySource(settings: KeySettings, roots: readonly Uint8Array[]): Promise<KeySource> {
    switch (settings.kind) {
      case 'pkcs12': {
        const [pkcs12, password] = [await this.#bytes(settings.pkcs12), await this.#text(settings.password)];
        return { pkcs12, password, certificates: roots };
      }
      case 'pem': {
        const certificates = [...(await this.certificates(settings.chain)), ...roots];
        const password = settings.password ? await this.#text(settings.password) : null;
        return { pem: await this.#bytes(settings.key), password, certificates };
      }
      case 'remote': {
        const { authority, credential, timeoutSeconds, token, url } = settings.remote;
        const remote = {
          url: url.replace(/\/+$/, ''),
          credential,
          token: 'file' in token ? { file: this.#path(token.file) } : { value: await this.#text(token) },
          authority: authority === undefined ? null : await this.#bytes(authority),
          timeoutMs: timeoutSeconds * 1000,
        };
        return { remote, certificates: [...(await this.certificates(settings.chain)), ...roots] };
      }
    }
  }

  /** As DER. */
  async certificates(file: string): Promise<Uint8Array[]> {
    const bytes = await this.#bytes(file);
    try {
      return readCertificateFile(bytes);
    } catch (cause) {
      if (!(cause instanceof IssuerFault)) throw cause;
      throw new FileProblem(`${this.#path(file)} holds no certificate`, { cause });
    }
  }

  /**
   * As DER. `chains` are the issuer's, by which a list that is about their certificates, but useless for every one, is
   * told from others: an authority that has changed its key signs what it says of all with one of them.
   */
  async revocationList(file: string, chains: readonly Signer['chain'][]): Promise<Uint8Array> {
    const list = readList(await this.#bytes(file, LARGEST_LIST_MB));
    if (!list) throw new FileProblem(`${this.#path(file)} holds no revocation list`);
    const refusals = chains
      .flatMap((chain) => issuedIn(chain.map(readCertificate)))
      .map((issued) => judgeCrl(list, issued))
      .map((judged) => (judged.ok ? null : judged.refusal))
      .filter((refusal) => refusal !== 'wrong-authority');
    if (refusals.length > 0 && refusals.every((refusal) => refusal !== null && USELESS.has(refusal))) {
      throw new FileProblem(`${this.#path(file)} can't be used: ${refusals[0]}`);
    }
    return list;
  }

  async seal(file: string): Promise<SealPicture> {
    const read = readSealPicture(await this.#bytes(file));
    if (read.ok) return read.value;
    throw new FileProblem(`${this.#path(file)} ${sealRefusalText(read.refusal)}`);
  }

  async #text(place: SecretPlace): Promise<string> {
    if ('file' in place) return firstLine(Buffer.from(await this.#bytes(place.file)).toString('utf8'));
    const value = this.#secret(place.env);
    if (value === undefined) throw new FileProblem(`${place.env} is not set in the environment`);
    return value;
  }

  async #bytes(file: string, mostMb = Number.POSITIVE_INFINITY): Promise<Uint8Array> {
    const place = this.#path(file);
    try {
      if ((await stat(place)).size <= mostMb * 1024 * 1024) return await readFile(place);
    } catch (cause) {
      const missing = cause instanceof Error && 'code' in cause && cause.code === 'ENOENT';
      const problem = missing ? 'is missing' : "can't be read; check its owner and permissions";
      throw new FileProblem(`${place} ${problem}`, { cause });
    }
    throw new FileProblem(`${place} has more than ${mostMb} MB, which is the most`);
  }

  #path(file: string): string {
    return path.resolve(this.#dir, file);
  }
}
