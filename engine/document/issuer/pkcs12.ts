import { createPrivateKey, type KeyObject } from 'node:crypto';

import forge from 'node-forge';

import type { Signer } from '../../ports/signer.ts';
import type { Instant } from '../../time/instant.ts';
import { IssuerFault } from '../faults.ts';
import { createKeySigner, type SigningMode } from './key-signer.ts';
import { newestUsable, ringKeys } from './key-ring.ts';

/** The signer whose key and chain are in a PKCS#12 file (RFC 7292), to be used at `at`. Throws IssuerFault. */
export function openPkcs12(file: Uint8Array, password: string, at: Instant, mode: SigningMode = {}): Signer {
  const { certificates, key } = readPkcs12(file, password);
  return newestUsable(ringKeys(createKeySigner(key, certificates, mode)), at).signer;
}

/** The private key of a PKCS#12 file and the certificates beside it, as DER. Throws IssuerFault. */
export function readPkcs12(file: Uint8Array, password: string): { key: KeyObject; certificates: Uint8Array[] } {
  const store = decrypt(file, password);
  return { key: privateKey(store), certificates: certificatesOf(store) };
}

function decrypt(file: Uint8Array, password: string): forge.pkcs12.Pkcs12Pfx {
  const asn1 = parse(file);
  try {
    return forge.pkcs12.pkcs12FromAsn1(asn1, password);
  } catch (cause) {
    const message = cause instanceof Error ? cause.message : '';
    if (message.includes('Invalid password')) {
      throw new IssuerFault('wrong-password', 'The password doesn’t open the key file', { cause });
    }
    const store = message.includes('MAC') ? undefined : decryptByUtf8(asn1, password);
    if (store) return store;
    throw new IssuerFault('malformed', 'The key file isn’t PKCS#12 that can be read', { cause });
  }
}

/**
 * What PBES2 has encrypted. It takes a password as UTF-8 (RFC 8018, 3), the code over the file as UTF-16 (RFC 7292, B.1):
 * forge, which takes but one, has checked that code by the time it finds that nothing can be decrypted.
 */
function decryptByUtf8(asn1: forge.asn1.Asn1, password: string): forge.pkcs12.Pkcs12Pfx | undefined {
  const [version, contents] = asn1.value;
  if (typeof version !== 'object' || typeof contents !== 'object') return undefined;
  try {
    const unauthenticated = { ...asn1, value: [version, contents] };
    return forge.pkcs12.pkcs12FromAsn1(unauthenticated, forge.util.encodeUtf8(password));
  } catch {
    return undefined;
  }
}

function parse(file: Uint8Array): forge.asn1.Asn1 {
  try {
    return forge.asn1.fromDer(forge.util.createBuffer(Buffer.from(file).toString('binary')));
  } catch (cause) {
    throw new IssuerFault('malformed', 'The key file isn’t PKCS#12', { cause });
  }
}

// Keys that forge can't use itself, those on elliptic curves, it hands over as ASN.1.
function privateKey(store: forge.pkcs12.Pkcs12Pfx): KeyObject {
  const { keyBag = '', pkcs8ShroudedKeyBag = '' } = forge.pki.oids;
  const [bag] = [pkcs8ShroudedKeyBag, keyBag].flatMap((bagType) => store.getBags({ bagType })[bagType] ?? []);
  if (!bag) throw new IssuerFault('no-key', 'The key file holds no private key');
  const asn1 = bag.key ? forge.pki.wrapRsaPrivateKey(forge.pki.privateKeyToAsn1(bag.key)) : bag.asn1;
  try {
    return createPrivateKey({ key: derOf(asn1), format: 'der', type: 'pkcs8' });
  } catch (cause) {
    throw new IssuerFault('unsupported-key', 'The private key can’t be used', { cause });
  }
}

function certificatesOf(store: forge.pkcs12.Pkcs12Pfx): Uint8Array[] {
  const { certBag = '' } = forge.pki.oids;
  const bags = store.getBags({ bagType: certBag })[certBag] ?? [];
  return bags.map(({ asn1, cert }) => derOf(cert ? forge.pki.certificateToAsn1(cert) : asn1));
}

function derOf(asn1: forge.asn1.Asn1): Buffer {
  return Buffer.from(forge.asn1.toDer(asn1).getBytes(), 'binary');
}
