import { readFileSync } from 'node:fs';
import { createKeySigner, type SigningMode } from '../../engine/document/issuer/key-signer.ts';
import { readPemKey } from '../../engine/document/issuer/pem.ts';
import { readPkcs12 } from '../../engine/document/issuer/pkcs12.ts';
import type { Signer } from '../../engine/ports/signer.ts';
import { createRemoteSigner, type RemoteKey } from './remote-signer.ts';

/** A key, with everything that opening it takes: plain data, which can go to another thread. Holds secrets. */
export type KeySource = { certificates?: readonly Uint8Array[] } & (
  | {
      /** A PKCS#12 file: its bytes, or where it is. */
      pkcs12: Uint8Array | string;
      password: string;
    }
  | {
      /** A private key in PEM. */
      pem: Uint8Array;
      password: string | null;
    }
  | { remote: RemoteKey }
);

/** A key and the id of the issuer that it signs for. An issuer's keys stand newest first. */
export type IssuerKey = { issuer: string } & KeySource;

/** Throws IssuerFault. */
export function openKey(source: KeySource, mode: SigningMode = {}): Signer {
  return openSource(source, mode).signer;
}

/** A source's signer, and every certificate that came with it (DER), those that it has no use for as well. */
interface OpenedSource {
  signer: Signer;
  certificates: readonly Uint8Array[];
}

/** Throws IssuerFault. */
export function openSource(source: KeySource, mode: SigningMode = {}): OpenedSource {
  const { certificates = [] } = source;
  if ('remote' in source) return { signer: createRemoteSigner(source.remote, certificates), certificates };
  if ('pem' in source) {
    return { signer: createKeySigner(readPemKey(source.pem, source.password), certificates, mode), certificates };
  }
  const { pkcs12, password } = source;
  const store = readPkcs12(typeof pkcs12 === 'string' ? readFileSync(pkcs12) : pkcs12, password);
  const all = [...store.certificates, ...certificates];
  return { signer: createKeySigner(store.key, all, mode), certificates: all };
}

/** The signers of each issuer, by its id. Throws IssuerFault. */
export function openKeys(keys: readonly IssuerKey[], mode: SigningMode = {}): Map<string, Signer[]> {
  const signers = new Map<string, Signer[]>();
  for (const key of keys) signers.set(key.issuer, [...(signers.get(key.issuer) ?? []), openKey(key, mode)]);
  return signers;
}
