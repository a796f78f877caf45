import { randomBytes } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { createDemonstrationIssuer } from '../engine/document/demonstration-issuer.ts';
import { IssuerFault } from '../engine/document/faults.ts';
import { openPkcs12 } from '../engine/document/issuer/pkcs12.ts';
import type { Signer } from '../engine/ports/signer.ts';
import type { Catalogue } from '../engine/registry/catalogue.ts';
import type { Instant } from '../engine/time/instant.ts';

/** An issuer's key can't be used; `message` says what to do. */
export class IssuerFileFault extends Error {
  override readonly name = 'IssuerFileFault';
}

const DEMONSTRATION = 'demonstration';

/**
 * A signer for every issuer of the catalogue, from `<id>.p12` and `<id>.password` in `dir`. Those that are a
 * specimen share the demonstration issuer, which is made when it is missing.
 */
export async function loadSigners(dir: string, catalogue: Catalogue, now: Instant): Promise<Map<string, Signer>> {
  const signers = new Map<string, Signer>();
  let demonstration: Signer | undefined;
  for (const { id, specimen } of catalogue.issuers) {
    if (specimen) demonstration ??= await loadDemonstration(dir, now);
    const signer = specimen ? demonstration : await loadSigner(dir, id, now);
    if (signer) signers.set(id, signer);
  }
  return signers;
}

/** The certificates that a copy's chain must end in: the last of each signer's. */
export function trustedRoots(signers: ReadonlyMap<string, Signer>): Uint8Array[] {
  return [...new Set(signers.values())].flatMap(({ chain }) => chain.slice(-1));
}

async function loadDemonstration(dir: string, now: Instant): Promise<Signer> {
  const found = await read(file(dir, DEMONSTRATION, 'p12'));
  if (!found) await makeDemonstration(dir, now);
  return loadSigner(dir, DEMONSTRATION, now);
}

async function makeDemonstration(dir: string, now: Instant): Promise<void> {
  const password = randomBytes(18).toString('base64url');
  const { pkcs12 } = createDemonstrationIssuer({ password, validFrom: now });
  try {
    await mkdir(dir, { recursive: true, mode: 0o700 });
    // The key file comes last, by a rename: as long as it is missing, the next start makes both again.
    await writeFile(file(dir, DEMONSTRATION, 'password'), `${password}\n`, { mode: 0o600 });
    const unfinished = file(dir, DEMONSTRATION, 'p12.new');
    await writeFile(unfinished, pkcs12, { mode: 0o600 });
    await rename(unfinished, file(dir, DEMONSTRATION, 'p12'));
  } catch (cause) {
    throw new IssuerFileFault(
      `The folder ${dir} for issuers' keys can't be written to; check its owner and permissions.`,
      {
        cause,
      },
    );
  }
}

async function loadSigner(dir: string, id: string, now: Instant): Promise<Signer> {
  const keyFile = file(dir, id, 'p12');
  const [pkcs12, password] = await Promise.all([read(keyFile), read(file(dir, id, 'password'))]);
  if (!pkcs12) throw new IssuerFileFault(`The issuer ${id} has no key: ${keyFile} is missing.`);
  try {
    return openPkcs12(pkcs12, password?.toString('utf8').trim() ?? '', now);
  } catch (error) {
    if (!(error instanceof IssuerFault)) throw error;
    throw new IssuerFileFault(`The issuer ${id} can't sign with ${keyFile}: ${error.message}.`, { cause: error });
  }
}

function file(dir: string, id: string, ending: string): string {
  return path.join(dir, `${id}.${ending}`);
}

/** Undefined when there is no such file. */
async function read(name: string): Promise<Buffer | undefined> {
  try {
    return await readFile(name);
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT') return undefined;
    throw new IssuerFileFault(`${name} can't be read; check its owner and permissions.`, { cause });
  }
}
