import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { isDemonstration } from '../../engine/document/demonstration-issuer.ts';
import { IssuerFault } from '../../engine/document/faults.ts';
import { hasSigned, parseCertificate, rootsOfChain } from '../../engine/document/issuer/certificate-chain.ts';
import { chainFlaws, unreadable } from '../../engine/document/issuer/inspect-chain.ts';
import type { SealPicture } from '../../engine/document/seal/seal-picture.ts';
import { HEAVIEST_SIGNATURE, signatureCapacity } from '../../engine/document/sign.ts';
import type { Signer } from '../../engine/ports/signer.ts';
import type { Catalogue, Issuer } from '../../engine/registry/catalogue.ts';
import { DEMONSTRATION_KEY, hasDemonstration } from './demonstration-files.ts';
import { type IssuerKey, openSource } from './issuer-key.ts';
import { type AllSettings, type IssuerSettings, type KeySettings, parseIssuerSettings } from './issuer-settings.ts';
import { flawText, heavySignatureText } from './problem-texts.ts';
import { FileProblem, IssuerFiles, type Secret } from './read-files.ts';

/** A key that opens and belongs to its chain. Whether that is valid now is another question. */
export interface ReadKey {
  /** How a person tells it from others: its file, or the service that keeps it. */
  name: string;
  source: IssuerKey;
  signer: Signer;
  /** Root certificates that vouch for it: several when its authority renewed its own. */
  roots: readonly Uint8Array[];
}

export interface ReadIssuer {
  issuer: Issuer;
  /** Whether the demonstration key signs for it, which is made when it is first needed. */
  demonstrated: boolean;
  /** Newest first. */
  keys: readonly ReadKey[];
  /** Root certificates that are trusted besides those of the keys. */
  roots: readonly Uint8Array[];
  /** Lists of revoked certificates, in DER. */
  revocationLists: readonly Uint8Array[];
  seal: SealPicture | null;
}

export interface ReadIssuers {
  issuers: ReadIssuer[];
  /** Sentences without full stops, in the order of the settings. */
  mistakes: string[];
}

const SETTINGS_FILE = 'issuers.json';

/** Reads every issuer of the catalogue as far as its settings and files are right. Changes nothing. */
export async function readIssuers(dir: string, catalogue: Catalogue, secret: Secret): Promise<ReadIssuers> {
  const mistakes: string[] = [];
  const settings = await readSettings(dir, mistakes);
  const known = new Set(catalogue.issuers.map(({ id }) => id));
  for (const id of Object.keys(settings ?? {})) {
    if (!known.has(id)) mistakes.push(`${SETTINGS_FILE}: the catalogue has no issuer ${id}`);
  }
  const issuers: ReadIssuer[] = [];
  const files = new IssuerFiles(dir, secret);
  const forSpecimens = hasDemonstration(dir) ? [DEMONSTRATION_KEY] : [];
  for (const issuer of settings ? catalogue.issuers : []) {
    const reader = new IssuerReader(issuer, files, mistakes);
    issuers.push(await reader.read(settings?.[issuer.id] ?? null, forSpecimens));
  }
  // Of a key that several share, the same is wrong for each.
  return { issuers, mistakes: [...new Set(mistakes)] };
}

/** Undefined when the file can't be used; without one, nobody has a key of their own. */
async function readSettings(dir: string, mistakes: string[]): Promise<AllSettings | undefined> {
  const file = path.join(dir, SETTINGS_FILE);
  try {
    const parsed = parseIssuerSettings(JSON.parse(await readFile(file, 'utf8')));
    mistakes.push(
      ...parsed.mistakes.map(({ path: at, problem }) => `${SETTINGS_FILE}, ${at || 'as a whole'}: ${problem}`),
    );
    return parsed.mistakes.length > 0 ? undefined : parsed.settings;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return {};
    mistakes.push(
      `${file} ${error instanceof SyntaxError ? notJson(error) : "can't be read; check its owner and permissions"}`,
    );
    return undefined;
  }
}

// Where, but not what: the parser would quote the file, in which somebody may have put a password after all.
function notJson({ message }: SyntaxError): string {
  const [where = ''] = / \(line \d+ column \d+\)/.exec(message) ?? [];
  return `is no JSON${where}`;
}

class IssuerReader {
  readonly #issuer: Issuer;
  readonly #files: IssuerFiles;
  readonly #mistakes: string[];

  constructor(issuer: Issuer, files: IssuerFiles, mistakes: string[]) {
    this.#issuer = issuer;
    this.#files = files;
    this.#mistakes = mistakes;
  }

  async read(settings: IssuerSettings | null, forSpecimens: readonly KeySettings[]): Promise<ReadIssuer> {
    const { id, specimen } = this.#issuer;
    if (!settings && !specimen) {
      this.#mistakes.push(
        `the issuer ${id} has no key: describe one in ${SETTINGS_FILE} (docs/operating.md, “Issuers’ keys”)`,
      );
    }
    const described = settings ?? { keys: specimen ? forSpecimens : [], roots: [], revocationLists: [] };
    const roots: Uint8Array[] = [];
    for (const [index, file] of described.roots.entries()) roots.push(...(await this.#roots(file, index)));
    const keys: (ReadKey | undefined)[] = [];
    for (const [index, key] of described.keys.entries()) keys.push(await this.#key(key, index, roots));
    const read = keys.filter((key) => key !== undefined);
    return {
      issuer: this.#issuer,
      demonstrated: !settings && specimen,
      keys: read,
      roots,
      revocationLists: await this.#revocationLists(described.revocationLists, read),
      seal: described.seal === undefined ? null : await this.#seal(described.seal),
    };
  }

  async #key(settings: KeySettings, index: number, roots: readonly Uint8Array[]): Promise<ReadKey | undefined> {
    const at = settings === DEMONSTRATION_KEY ? 'the demonstration key' : `${this.#issuer.id}.keys[${index}]`;
    return this.#noting(`${at}, ${keyName(settings)}`, async () => {
      const source = { issuer: this.#issuer.id, ...(await this.#files.keySource(settings, roots)) };
      const { certificates, signer } = openSource(source);
      const problems = chainFlaws(signer.chain).map(flawText);
      const bytes = signatureCapacity(signer);
      if (bytes > HEAVIEST_SIGNATURE) problems.push(heavySignatureText(bytes));
      if (!this.#issuer.specimen && isDemonstration(signer.chain[0])) {
        problems.push("a demonstration key can't sign for an issuer that is no specimen");
      }
      if (problems.length > 0) throw new FileProblem(problems.join('; '));
      const above = rootsOfChain(signer.chain, certificates).filter((root) => !unreadable(root));
      return { name: keyName(settings), source, signer, roots: above };
    });
  }

  async #roots(file: string, index: number): Promise<Uint8Array[]> {
    const at = `${this.#issuer.id}.roots[${index}]`;
    const read = await this.#noting(at, async () => {
      const roots = (await this.#files.certificates(file)).filter(isRoot);
      if (roots.length === 0) throw new FileProblem(`${file} holds no root certificate`);
      const problems = roots.flatMap((root) => unreadable(root) ?? []).map(flawText);
      if (problems.length > 0) throw new FileProblem(`${file}: ${problems.join('; ')}`);
      return roots;
    });
    return read ?? [];
  }

  async #revocationLists(files: readonly string[], keys: readonly ReadKey[]): Promise<Uint8Array[]> {
    const lists: Uint8Array[] = [];
    for (const [index, file] of files.entries()) {
      const list = await this.#noting(`${this.#issuer.id}.revocationLists[${index}]`, () =>
        this.#files.revocationList(
          file,
          keys.map(({ signer }) => signer.chain),
        ),
      );
      if (list) lists.push(list);
    }
    return lists;
  }

  async #seal(file: string): Promise<SealPicture | null> {
    const picture = await this.#noting(`${this.#issuer.id}.seal`, () => {
      if (this.#issuer.specimen) throw new FileProblem('a specimen always shows the seal 样张 SPECIMEN');
      return this.#files.seal(file);
    });
    return picture ?? null;
  }

  /** What `read` answers, or undefined once what is wrong has been noted. */
  async #noting<T>(at: string, read: () => Promise<T>): Promise<T | undefined> {
    try {
      return await read();
    } catch (error) {
      if (!(error instanceof FileProblem || error instanceof IssuerFault)) throw error;
      this.#mistakes.push(`${at}: ${error.message}`);
      return undefined;
    }
  }
}

function keyName(settings: KeySettings): string {
  if (settings.kind === 'remote') return `${new URL(settings.remote.url).host}, ${settings.remote.credential}`;
  return settings.kind === 'pkcs12' ? settings.pkcs12 : settings.key;
}

function isRoot(certificate: Uint8Array): boolean {
  const x509 = parseCertificate(certificate);
  return hasSigned(x509, x509);
}
