import { createPrivateKey, generateKeyPairSync, X509Certificate } from 'node:crypto';

import { describe, expect, it } from 'vitest';

import { createDemonstrationIssuer } from '../../engine/document/demonstration-issuer.ts';
import { IssuerFault, type IssuerFaultCode } from '../../engine/document/faults.ts';
import { createKeySigner } from '../../engine/document/issuer/key-signer.ts';
import { openPkcs12 } from '../../engine/document/issuer/pkcs12.ts';
import { readCertificate } from '../../engine/document/verify/x509.ts';
import { DAY_MS, type Instant, instant, later } from '../../engine/time/instant.ts';
import { issuerFile, NOW, PASSWORD, signer } from './samples.ts';

const demonstration = createDemonstrationIssuer({ validFrom: NOW, password: 'a password 密码' });
const CHINESE_PASSWORD = '机密 sécret 🔑';
const [signing, root] = demonstration.chain.map((raw) => new X509Certificate(raw));

function fault(open: () => unknown): IssuerFaultCode | undefined {
  try {
    open();
    return undefined;
  } catch (error) {
    if (error instanceof IssuerFault) return error.code;
    throw error;
  }
}

describe('the demonstration issuer', () => {
  it('says 样张 SPECIMEN in every name', () => {
    for (const certificate of [signing, root])
      expect(certificate?.subject).toMatch(/O=.*样张 SPECIMEN[^]*CN=样张 SPECIMEN/);
  });

  it('has a signing certificate that its own root vouches for', () => {
    expect(root && signing?.checkIssued(root) && signing.verify(root.publicKey)).toBe(true);
    expect(root?.verify(root.publicKey)).toBe(true);
  });

  it('may sign documents and nothing else, and its root only certificates', () => {
    const [leaf, top] = demonstration.chain.map(readCertificate);
    expect(leaf).toMatchObject({ signsDocuments: true, authority: false });
    expect(top).toMatchObject({ signsDocuments: false, authority: true, pathLength: 0 });
    expect(signing?.keyUsage).toEqual(['1.3.6.1.5.5.7.3.36']);
  });

  it('is valid for three years from the moment given, to the second', () => {
    expect(signing?.validFromDate.getTime()).toBe(NOW);
    expect(signing?.validToDate.getTime()).toBe(NOW + 3 * 365 * DAY_MS);
  });

  it('can be used at the very moment it was made, fractions of a second included', () => {
    const made = createDemonstrationIssuer({ validFrom: later(NOW, 999), password: 'x' });
    expect(openPkcs12(made.pkcs12, 'x', later(NOW, 999)).chain).toHaveLength(2);
  });

  it('opens with its password, as RSA-2048 with the chain in order', () => {
    const opened = openPkcs12(demonstration.pkcs12, 'a password 密码', NOW);
    expect(opened.algorithm).toEqual({ kind: 'rsa', bits: 2048 });
    expect(opened.chain.map((raw) => Buffer.from(raw).toString('hex'))).toEqual(
      demonstration.chain.map((raw) => Buffer.from(raw).toString('hex')),
    );
  });
});

describe('a PKCS#12 file', () => {
  it.each([
    ['p256', { kind: 'ecdsa', curve: 'P-256' }],
    ['p384', { kind: 'ecdsa', curve: 'P-384' }],
    ['rsa3072', { kind: 'rsa', bits: 3072 }],
  ] as const)('made by OpenSSL opens: %s', (name, algorithm) => {
    expect(signer(name).algorithm).toEqual(algorithm);
    expect(signer(name).chain).toHaveLength(2);
  });

  it.each([
    ['as by default', 'p256', PASSWORD],
    ['as of old', 'legacy', PASSWORD],
    ['as by default', 'chinese-password', CHINESE_PASSWORD],
    ['as of old', 'chinese-password-legacy', CHINESE_PASSWORD],
  ])('opens with its password, encrypted %s: %s', (_, name, password) => {
    const file = issuerFile(`${name}.p12`);
    expect(openPkcs12(file, password, NOW).chain).toEqual(signer('p256').chain);
    expect(fault(() => openPkcs12(file, `${password}的`, NOW))).toBe('wrong-password');
  });

  const at = (moment: Instant) => () => openPkcs12(issuerFile('demonstration.p12'), PASSWORD, moment);

  it.each<[IssuerFaultCode, () => unknown]>([
    ['wrong-password', () => openPkcs12(issuerFile('demonstration.p12'), 'not it', NOW)],
    ['malformed', () => openPkcs12(Buffer.from('not a key file'), PASSWORD, NOW)],
    ['malformed', () => openPkcs12(issuerFile('demonstration.p12').subarray(0, 900), PASSWORD, NOW)],
    ['malformed', () => openPkcs12(Buffer.alloc(0), PASSWORD, NOW)],
    ['not-yet-valid', at(instant(Date.UTC(2025, 11, 31)))],
    ['expired', at(instant(Date.UTC(2029, 0, 1)))],
  ])('is refused clearly: %s', (code, open) => {
    expect(fault(open)).toBe(code);
  });
});

describe('a key', () => {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'prime256v1' });
  const [certificate] = signer('p256').chain;

  it.each<[IssuerFaultCode, () => unknown]>([
    ['key-mismatch', () => createKeySigner(privateKey, [certificate])],
    ['no-certificate', () => createKeySigner(privateKey, [])],
    ['malformed', () => createKeySigner(privateKey, [Buffer.from('certificate')])],
    ['unsupported-key', () => createKeySigner(generateKeyPairSync('ed25519').privateKey, [certificate])],
    ['unsupported-key', () => createKeySigner(generateKeyPairSync('rsa', { modulusLength: 1024 }).privateKey, [])],
  ])('is refused clearly: %s', (code, create) => {
    expect(fault(create)).toBe(code);
  });

  it('signs the same on the thread that asks as in the pool', async () => {
    const { pkcs12 } = demonstration;
    const [pool, blocking] = [{}, { blocking: true }].map((mode) => openPkcs12(pkcs12, 'a password 密码', NOW, mode));
    const data = Buffer.from('signed attributes');
    const signed = await blocking?.sign(data);
    expect(signed).toHaveLength(256);
    expect(signed).toEqual(await pool?.sign(data));
  });

  it('leaves out certificates that don’t vouch for it', () => {
    const pem = privateKey.export({ type: 'pkcs8', format: 'pem' });
    const key = createPrivateKey(pem);
    const strangers = [...signer('demonstration').chain, ...signer('p384').chain];
    expect(fault(() => createKeySigner(key, strangers))).toBe('key-mismatch');
  });
});
