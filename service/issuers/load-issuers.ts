import type { Config } from '../../config.ts';
import { distinct } from '../../engine/document/cms/bytes.ts';
import type { SealPicture } from '../../engine/document/seal/seal-picture.ts';
import type { Signer } from '../../engine/ports/signer.ts';
import type { Catalogue } from '../../engine/registry/catalogue.ts';
import type { Instant } from '../../engine/time/instant.ts';
import { hasDemonstration, makeDemonstration } from './demonstration-files.ts';
import { IssuerFileFault } from './issuer-file-fault.ts';
import type { IssuerKey } from './issuer-key.ts';
import { type ReadIssuer, readIssuers } from './read-issuers.ts';

/** Every issuer of the catalogue, with what signing and verifying for it takes. */
export interface Issuers {
  /** Plain data, for threads that open them for themselves. Holds secrets. */
  keys: readonly IssuerKey[];
  /** The same opened, by the issuer's id, newest first. */
  signers: ReadonlyMap<string, readonly Signer[]>;
  /** By the issuer's id. */
  seals: ReadonlyMap<string, SealPicture>;
  /** DER certificates that the chain of a copy must end in, those of earlier keys included. */
  trustedRoots: readonly Uint8Array[];
  /** Lists of revoked certificates that the operator keeps, in DER. */
  revocationLists: readonly Uint8Array[];
}

export type IssuerPlaces = Pick<Config, 'issuerDir' | 'secret'>;

/**
 * Reads the issuers' settings, keys and pictures. The demonstration issuer is made when a specimen needs it and it is
 * missing. Throws IssuerFileFault with every mistake; a key that has expired is none, as its copies still verify.
 */
export async function loadIssuers(places: IssuerPlaces, catalogue: Catalogue, now: Instant): Promise<Issuers> {
  const { issuerDir, secret } = places;
  let read = await readIssuers(issuerDir, catalogue, secret);
  if (read.issuers.some(({ demonstrated }) => demonstrated) && !hasDemonstration(issuerDir)) {
    await makeDemonstration(issuerDir, now);
    read = await readIssuers(issuerDir, catalogue, secret);
  }
  const { issuers, mistakes } = read;
  if (mistakes.length > 0) throw new IssuerFileFault(mistakesText(issuerDir, mistakes));
  return {
    keys: issuers.flatMap(({ keys }) => keys.map(({ source }) => source)),
    signers: new Map(issuers.map(({ issuer, keys }) => [issuer.id, keys.map(({ signer }) => signer)])),
    seals: new Map(issuers.flatMap(({ issuer, seal }) => (seal ? [[issuer.id, seal] as const] : []))),
    trustedRoots: rootsOf(issuers),
    // Issuers under one authority name the same list.
    revocationLists: distinct(issuers.flatMap(({ revocationLists }) => revocationLists)),
  };
}

function mistakesText(dir: string, [first, ...others]: readonly string[]): string {
  if (others.length === 0) return `The issuers in ${dir} can't be used: ${first}.`;
  return [`The issuers in ${dir} can't be used:`, ...[first, ...others].map((mistake) => `  ${mistake}`)].join('\n');
}

function rootsOf(issuers: readonly ReadIssuer[]): Uint8Array[] {
  return distinct(issuers.flatMap(({ keys, roots }) => [...keys.flatMap((key) => key.roots), ...roots]));
}
