import { createPrivateKey, type KeyObject } from 'node:crypto';

import { IssuerFault } from '../faults.ts';

const CERTIFICATE = /-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g;
const DER_SEQUENCE = 0x30;

/**
 * A private key in PEM (RFC 7468): PKCS#8, or the older form of RSA and elliptic curve keys; encrypted when there is a
 * password. Throws IssuerFault.
 */
export function readPemKey(file: Uint8Array, password: string | null): KeyObject {
  const text = Buffer.from(file).toString('latin1');
  if (!/-----BEGIN (?:\w+ )*PRIVATE KEY-----/.test(text)) {
    throw new IssuerFault('no-key', 'The key file holds no private key in PEM');
  }
  const encrypted = /BEGIN ENCRYPTED|^Proc-Type: 4,ENCRYPTED/m.test(text);
  if (encrypted && password === null) throw new IssuerFault('wrong-password', 'The key file needs a password');
  try {
    return createPrivateKey({ key: text, format: 'pem', ...(password === null ? {} : { passphrase: password }) });
  } catch (cause) {
    throw encrypted
      ? new IssuerFault('wrong-password', 'The password doesn’t open the key file', { cause })
      : new IssuerFault('malformed', 'The private key can’t be read', { cause });
  }
}

/** The certificates of a file, as DER: one in DER, or any number in PEM. Throws IssuerFault when there is none. */
export function readCertificateFile(file: Uint8Array): Uint8Array[] {
  if (file[0] === DER_SEQUENCE) return [file];
  const blocks = Buffer.from(file).toString('latin1').match(CERTIFICATE) ?? [];
  if (blocks.length === 0) throw new IssuerFault('no-certificate', 'The file holds no certificate');
  return blocks.map((block) => Buffer.from(block.replaceAll(/-----[^-]+-----|\s/g, ''), 'base64'));
}
