import { generateKeyPairSync, X509Certificate } from 'node:crypto';

import forge from 'node-forge';

import { DAY_MS, type Instant } from '../time/instant.ts';
import { OID } from './cms/object-identifiers.ts';

/** A key and certificates that no one should trust, for those who try the service out. */
export interface DemonstrationIssuer {
  /** The signing key with its chain, under the password. */
  pkcs12: Uint8Array;
  /** DER: the signing certificate, then the root. */
  chain: readonly [signing: Uint8Array, root: Uint8Array];
}

export interface DemonstrationIssuerOptions {
  /** Its certificates are valid for three years from then. */
  validFrom: Instant;
  password: string;
}

interface Keys {
  publicKey: forge.pki.rsa.PublicKey;
  privateKey: forge.pki.rsa.PrivateKey;
}

interface Party {
  subject: forge.pki.CertificateField[];
  keys: Keys;
}

const VALIDITY_MS = 3 * 365 * DAY_MS;
const ORGANISATION = '加注示范发证机关（样张 SPECIMEN）';
const SUBJECTS = {
  root: distinguishedName('样张 SPECIMEN 演示根证书 Demonstration Root'),
  signing: distinguishedName('样张 SPECIMEN 演示签章 Demonstration Seal'),
};

/** Makes a root and a signing certificate, both RSA-2048 and both named SPECIMEN. Takes a good part of a second. */
export function createDemonstrationIssuer({ password, validFrom }: DemonstrationIssuerOptions): DemonstrationIssuer {
  const root: Party = { subject: SUBJECTS.root, keys: createKeys() };
  const signing: Party = { subject: SUBJECTS.signing, keys: createKeys() };
  const rootCertificate = certificate(root, root, validFrom, rootExtensions());
  const signingCertificate = certificate(signing, root, validFrom, signingExtensions());
  const pkcs12 = forge.pkcs12.toPkcs12Asn1(signing.keys.privateKey, [signingCertificate, rootCertificate], password, {
    algorithm: 'aes256',
    friendlyName: 'jiazhu-demonstration',
  });
  return {
    pkcs12: derOf(pkcs12),
    chain: [
      derOf(forge.pki.certificateToAsn1(signingCertificate)),
      derOf(forge.pki.certificateToAsn1(rootCertificate)),
    ],
  };
}

/** Whether a DER certificate is one of a demonstration issuer, whatever key it is for. */
export function isDemonstration(certificate: Uint8Array): boolean {
  return new X509Certificate(certificate).subject.split('\n').includes(`O=${ORGANISATION}`);
}

// RFC 5280, 4.2.1. A critical key usage keeps the signing key from issuing certificates and the root from sealing.
// Made anew for each certificate, because forge writes the key's identifier into them.
const rootExtensions = (): object[] => [
  { name: 'basicConstraints', cA: true, pathLenConstraint: 0, critical: true },
  { name: 'keyUsage', keyCertSign: true, cRLSign: true, critical: true },
  { name: 'subjectKeyIdentifier' },
];
const signingExtensions = (): object[] => [
  { name: 'basicConstraints', cA: false, critical: true },
  { name: 'keyUsage', digitalSignature: true, nonRepudiation: true, critical: true },
  { name: 'extKeyUsage', [OID.documentSigning]: true },
  { name: 'subjectKeyIdentifier' },
];

// forge makes keys some fifty times slower than node:crypto does.
function createKeys(): Keys {
  const { privateKey } = generateKeyPairSync('rsa', {
    modulusLength: 2048,
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
    publicKeyEncoding: { type: 'spki', format: 'pem' },
  });
  const key = forge.pki.privateKeyFromPem(privateKey);
  return { privateKey: key, publicKey: forge.pki.rsa.setPublicKey(key.n, key.e) };
}

function certificate(of: Party, by: Party, validFrom: Instant, extensions: object[]): forge.pki.Certificate {
  const made = forge.pki.createCertificate();
  made.publicKey = of.keys.publicKey;
  made.serialNumber = serialNumber();
  made.validity.notBefore = dateOf(validFrom);
  made.validity.notAfter = dateOf(validFrom + VALIDITY_MS);
  made.setSubject(of.subject);
  made.setIssuer(by.subject);
  const keyIdentifier = forge.pki.getPublicKeyFingerprint(by.keys.publicKey).getBytes();
  made.setExtensions([...extensions, { name: 'authorityKeyIdentifier', keyIdentifier }]);
  made.sign(by.keys.privateKey, forge.md.sha256.create());
  return made;
}

// 16 random bytes; the first bit clear, because serial numbers are positive (RFC 5280, 4.1.2.2).
function serialNumber(): string {
  const hex = forge.util.bytesToHex(forge.random.getBytesSync(16));
  return `4${hex.slice(1)}`;
}

function distinguishedName(commonName: string): forge.pki.CertificateField[] {
  const utf8 = (name: string, value: string): forge.pki.CertificateField => {
    return { name, value, valueTagClass: forge.asn1.Type.UTF8 as unknown as forge.asn1.Class };
  };
  return [{ name: 'countryName', value: 'CN' }, utf8('organizationName', ORGANISATION), utf8('commonName', commonName)];
}

// X.509 counts whole seconds.
function dateOf(at: number): Date {
  return new Date(Math.floor(at / 1000) * 1000);
}

function derOf(asn1: forge.asn1.Asn1): Uint8Array {
  return Buffer.from(forge.asn1.toDer(asn1).getBytes(), 'binary');
}
