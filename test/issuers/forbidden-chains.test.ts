import { constants, generateKeyPairSync, sign } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { der, NULL, oid, sequence, smallInteger } from '../../engine/document/cms/der.ts';
import { createKeySigner } from '../../engine/document/issuer/key-signer.ts';
import { createDocumentMaker } from '../../engine/document/maker.ts';
import { verifyDocument } from '../../engine/document/verify-document.ts';
import { loadIssuers } from '../../service/issuers/load-issuers.ts';
import { CERTIFICATE, ENDORSEMENT, NOW, shippedFonts } from '../document/samples.ts';
import {
  ANY_SIGNER,
  AUTHORITY,
  extension,
  type Party,
  party,
  type PartyOptions,
  purposes,
  SIGNER,
} from '../trust/pki.ts';
import { catalogueOf, folderOf, MINISTRY, pemFiles } from './folder.ts';

const RSA = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;
const ROOT = party({ name: '测试根证书', key: RSA });
const FACE = { ...CERTIFICATE, sealedBy: MINISTRY };

/** What becomes of a copy whose signer stands under the root, and of the service that is to sign with it. */
async function outcome(signer: Party, ...above: readonly Party[]): Promise<{ verdict: string; said: string }> {
  const chain = [signer, ...above].map(({ certificate }) => certificate);
  const signers = new Map([[MINISTRY.id, createKeySigner(signer.key, chain)]]);
  const { bytes } = await createDocumentMaker({ fonts: shippedFonts(), signers }).makeCopy(FACE, ENDORSEMENT);
  const { reason } = verifyDocument(bytes, { trustedRoots: chain.slice(-1), at: NOW });
  const { files, settings } = pemFiles('seal', signer, ...above);
  const issuerDir = await folderOf({ ...files, 'issuers.json': { issuers: { ministry: { keys: [settings] } } } });
  const said = await loadIssuers({ issuerDir, secret: () => undefined }, catalogueOf(MINISTRY), NOW).then(
    () => 'loaded',
    (error: unknown) => (error instanceof Error ? error.message : ''),
  );
  return { verdict: reason, said };
}

const LOADED = { verdict: 'sound', said: 'loaded' };
const critical = (type: string, value: Uint8Array = NULL): Uint8Array => extension(type, value, true);
const seal = (over: Partial<PartyOptions> = {}): Party =>
  party({ name: '测试签章', by: ROOT, extensions: SIGNER, ...over });
const under = (...extensions: readonly Uint8Array[]): Party[] => {
  const authority = party({ name: '测试中级', by: ROOT, extensions: [...AUTHORITY, ...extensions] });
  return [seal({ by: authority }), authority, ROOT];
};

describe('a critical extension that isn’t looked at (RFC 5280, 4.2)', () => {
  const NAMES = critical('2.5.29.30', sequence());
  // Each certificate below must be for a policy that is accepted.
  const DEMANDED = critical('2.5.29.36', sequence(der(0x80, Uint8Array.of(0))));

  it.each<[string, Party[], RegExp]>([
    ['its own', [seal({ extensions: [...SIGNER, critical('1.3.6.1.4.1.99999.7')] }), ROOT], /“测试签章” .*99999\.7/],
    [
      'limits to names',
      under(NAMES),
      /“测试中级” has .* verification doesn't know: 2\.5\.29\.30 \(nameConstraints\); ask/,
    ],
    ['a demand for policies', under(DEMANDED), /“测试中级” .*2\.5\.29\.36 \(policyConstraints\)/],
  ])(
    'keeps a key from signing and its copies from being sound: %s',
    async (_, [signer = seal(), ...above], sentence) => {
      const { said, verdict } = await outcome(signer, ...above);
      expect(verdict).toBe('untrusted-issuer');
      expect(said).toMatch(sentence);
    },
  );

  it.each<[string, Party[]]>([
    ['that names policies', under(critical('2.5.29.32', sequence(sequence(oid('1.2.3.4')))))],
    ['that excludes any policy', under(critical('2.5.29.54', smallInteger(0)))],
    ['that forbids mappings alone', under(critical('2.5.29.36', sequence(der(0x81, Uint8Array.of(0)))))],
    ['that gives another name', [seal({ extensions: [...SIGNER, critical('2.5.29.17', sequence())] }), ROOT]],
    ['that may be passed over', under(extension('2.5.29.30', sequence()))],
  ])('is another than one %s', async (_, [signer = seal(), ...above]) => {
    expect(await outcome(signer, ...above)).toEqual(LOADED);
  });

  it('is passed over in a root, which the operator chose to trust', async () => {
    const root = party({ name: '测试限名根', extensions: [...AUTHORITY, NAMES] });
    expect(await outcome(seal({ by: root }), root)).toEqual(LOADED);
  });
});

describe('a certificate’s own signature', () => {
  const rsa = (digest: string, type: string) => ({
    algorithm: sequence(oid(type), NULL),
    sign: (tbs: Uint8Array) => sign(digest, tbs, RSA),
  });
  const salted = (digest: string, ...parameters: readonly Uint8Array[]) => ({
    algorithm: sequence(oid('1.2.840.113549.1.1.10'), sequence(...parameters)),
    sign: (tbs: Uint8Array) =>
      sign(digest, tbs, {
        key: RSA,
        padding: constants.RSA_PKCS1_PSS_PADDING,
        saltLength: digest === 'sha1' ? 20 : 32,
      }),
  });
  const SHA256 = sequence(oid('2.16.840.1.101.3.4.2.1'), NULL);
  const PSS256 = [
    der(0xa0, SHA256),
    der(0xa1, sequence(oid('1.2.840.113549.1.1.8'), SHA256)),
    der(0xa2, smallInteger(32)),
  ];

  it.each([
    ['MD5', rsa('md5', '1.2.840.113549.1.1.4')],
    ['SHA-1', rsa('sha1', '1.2.840.113549.1.1.5')],
    ['SHA-1 with a salt', salted('sha1')],
  ])('over %s can be forged', async (_, signing) => {
    const { said, verdict } = await outcome(seal({ signing }), ROOT);
    expect(verdict).toBe('untrusted-issuer');
    expect(said).toMatch(
      /“测试签章” is signed in a way that isn't trusted any more, .*; ask its authority for one signed/,
    );
  });

  it.each([
    ['SHA-512', rsa('sha512', '1.2.840.113549.1.1.13')],
    ['SHA-256 with a salt', salted('sha256', ...PSS256)],
  ])('over %s is believed', async (_, signing) => {
    expect(await outcome(seal({ signing }), ROOT)).toEqual(LOADED);
  });

  it('is of no account in a root', async () => {
    const root = party({ name: '测试旧根', key: RSA, signing: rsa('sha1', '1.2.840.113549.1.1.5') });
    expect(await outcome(seal({ by: root }), root)).toEqual(LOADED);
  });
});

describe('what a certificate is for (RFC 5280, 4.2.1.12)', () => {
  const [SERVERS, CLIENTS, CODE, MAIL, ANY] = [
    '1.3.6.1.5.5.7.3.1',
    '1.3.6.1.5.5.7.3.2',
    '1.3.6.1.5.5.7.3.3',
    '1.3.6.1.5.5.7.3.4',
    '2.5.29.37.0',
  ] as const;
  const sealFor = (...types: readonly string[]) => seal({ extensions: [...ANY_SIGNER, purposes(types, true)] });

  it.each([
    ['a server', [SERVERS]],
    ['a server that is a client as well', [SERVERS, CLIENTS]],
    ['code', [CODE]],
    ['code and servers', [CODE, SERVERS]],
  ])('is no document when it is %s', async (_, types) => {
    const { said, verdict } = await outcome(sealFor(...types), ROOT);
    expect(verdict).toBe('key-usage');
    expect(said).toMatch(/“测试签章” may not sign documents: .* extended key usage/);
  });

  it.each([
    ['mail', [SERVERS, MAIL]],
    ['people', [CLIENTS]],
    ['anything', [CODE, ANY]],
    ['something of its authority’s', [SERVERS, '1.3.6.1.4.1.311.10.3.12']],
  ])('may be a document when it is for %s', async (_, types) => {
    expect(await outcome(sealFor(...types), ROOT)).toEqual(LOADED);
  });
});

it('a chain of more authorities than verification follows is told', async () => {
  const authorities = [ROOT];
  for (let depth = 1; depth <= 6; depth += 1) {
    const [by] = authorities;
    authorities.unshift(party({ name: `第${depth}级`, ...(by ? { by } : {}) }));
  }
  const [by] = authorities;
  const { said, verdict } = await outcome(seal(by ? { by } : {}), ...authorities);
  expect(verdict).toBe('untrusted-issuer');
  expect(said).toMatch(/verification finds no way from “测试签章” to “测试根证书”/);
});
