import { generateKeyPairSync } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { readPkcs12 } from '../../engine/document/issuer/pkcs12.ts';
import type { Catalogue } from '../../engine/registry/catalogue.ts';
import { loadIssuers } from '../../service/issuers/load-issuers.ts';
import { issuerFile, NOW, PASSWORD } from '../document/samples.ts';
import { extension, OVERLOADED, party, SIGNER } from '../trust/pki.ts';
import {
  catalogueOf,
  folderOf,
  INTERMEDIATE,
  issuerNamed,
  keyPem,
  MINISTRY,
  OTHER_ROOT,
  pem,
  pemFiles,
  ROOT,
  sealOf,
} from './folder.ts';

const SEAL_PICTURE = readFileSync(new URL('../fixtures/seals/round.svg', import.meta.url));
const SEAL = sealOf(2026, 2030);
const CURRENT = pemFiles('current', SEAL, ROOT);
const CURVE = generateKeyPairSync('ec', { namedCurve: 'brainpoolP256r1' });
const ODD = { ...party({ name: '测试冷门曲线', publicKey: CURVE.publicKey }), key: CURVE.privateKey };
const LADEN = party({ name: '测试繁冗根证书', extensions: OVERLOADED });
const HEAVY = party({
  name: '测试沉重签章',
  by: ROOT,
  extensions: [...SIGNER, extension('1.3.6.1.4.1.99999.3', Buffer.alloc(5500))],
});
const SECRETS = { KEY_PASSWORD: 'correct horse' };

type Files = Parameters<typeof folderOf>[0];

async function load(files: Files, catalogue: Catalogue = catalogueOf(MINISTRY)) {
  const issuerDir = await folderOf(files);
  return loadIssuers({ issuerDir, secret: (name) => new Map(Object.entries(SECRETS)).get(name) }, catalogue, NOW);
}

/** What is said of settings that can't be used, without the folder's name. */
async function refusal(files: Files, catalogue?: Catalogue): Promise<string> {
  const message = await load(files, catalogue).then(
    () => 'loaded',
    (error: unknown) => (error instanceof Error ? error.message : ''),
  );
  return message.replaceAll(/\/\S*jiazhu-issuers-\w+/g, 'DIR');
}

const ministry = (settings: object): Files => ({ 'issuers.json': { issuers: { ministry: settings } } });

describe('an issuer', () => {
  it('has a key in PEM', async () => {
    const { signers, trustedRoots, keys } = await load({ ...ministry({ keys: [CURRENT.settings] }), ...CURRENT.files });
    const [signer] = signers.get('ministry') ?? [];
    expect(signer?.algorithm).toEqual({ kind: 'ecdsa', curve: 'P-256' });
    expect(signer?.chain.map((raw) => Buffer.from(raw))).toEqual(
      [SEAL, ROOT].map((one) => Buffer.from(one.certificate)),
    );
    expect(trustedRoots.map((raw) => Buffer.from(raw))).toEqual([Buffer.from(ROOT.certificate)]);
    expect(structuredClone(keys)).toMatchObject([{ issuer: 'ministry', password: null }]);
  });

  it.each([
    ['the environment', { env: 'KEY_PASSWORD' }],
    ['a file', { file: 'password' }],
  ])('has an encrypted key whose password is in %s', async (_, password) => {
    const { signers } = await load({
      ...ministry({ keys: [{ ...CURRENT.settings, password }] }),
      ...CURRENT.files,
      'current.key': keyPem(SEAL, 'correct horse'),
      password: 'correct horse\r\nThe key of the seal, until 2030.\n',
    });
    expect(signers.get('ministry')).toHaveLength(1);
  });

  it('has keys of every kind and age at once', async () => {
    const pkcs12 = (file: string) => ({ pkcs12: file, password: { file: 'word' } });
    const token = { file: 'token' };
    const remote = { url: 'https://sign.example.org/csc/v2/', credential: 'seal-7', token };
    const { signers, trustedRoots, keys } = await load({
      ...ministry({
        keys: [{ remote, chain: 'current.pem' }, CURRENT.settings, pkcs12('rsa.p12'), pkcs12('p384.p12')],
        roots: ['retired.pem'],
      }),
      ...CURRENT.files,
      'rsa.p12': issuerFile('rsa3072.p12'),
      'p384.p12': issuerFile('p384.p12'),
      word: PASSWORD,
      'retired.pem': pem(sealOf(2010, 2015, OTHER_ROOT), OTHER_ROOT),
    });
    expect(signers.get('ministry')?.map(({ algorithm }) => algorithm)).toEqual([
      { kind: 'ecdsa', curve: 'P-256' },
      { kind: 'ecdsa', curve: 'P-256' },
      { kind: 'rsa', bits: 3072 },
      { kind: 'ecdsa', curve: 'P-384' },
    ]);
    const roots = [Buffer.from(ROOT.certificate), issuerFile('test-root.der'), Buffer.from(OTHER_ROOT.certificate)];
    expect(trustedRoots.map((raw) => Buffer.from(raw))).toEqual(roots);
    expect(keys[0]).toMatchObject({ remote: { url: 'https://sign.example.org/csc/v2', timeoutMs: 10_000 } });
  });

  it('has a chain that roots complete', async () => {
    const files = pemFiles('current', sealOf(2026, 2030, INTERMEDIATE), INTERMEDIATE);
    const { signers } = await load({
      ...ministry({ keys: [files.settings], roots: ['root.der'] }),
      ...files.files,
      'root.der': ROOT.certificate,
    });
    expect(signers.get('ministry')?.[0]?.chain).toHaveLength(3);
  });

  it('has a picture of its seal', async () => {
    const settings = { keys: [CURRENT.settings], seal: 'seal.svg' };
    const { seals } = await load({ ...ministry(settings), ...CURRENT.files, 'seal.svg': SEAL_PICTURE });
    expect(seals.get('ministry')).toMatchObject({ kind: 'vector' });
  });

  it('can be expired, so that the rest of the service goes on', async () => {
    const old = pemFiles('old', sealOf(2021, 2025), ROOT);
    const { signers } = await load({ ...ministry({ keys: [old.settings] }), ...old.files });
    expect(signers.get('ministry')).toHaveLength(1);
  });
});

describe('a specimen', () => {
  const specimens = catalogueOf(issuerNamed('one', true), issuerNamed('two', true));

  it('is signed for by a demonstration key that is made once, for the owner’s eyes only', async () => {
    const issuerDir = await folderOf({});
    const places = { issuerDir, secret: () => undefined };
    const first = await loadIssuers(places, specimens, NOW);
    const again = await loadIssuers(places, specimens, NOW);
    expect(first.trustedRoots).toHaveLength(1);
    expect(again.trustedRoots).toEqual(first.trustedRoots);
    for (const name of await readdir(issuerDir)) {
      expect((await stat(path.join(issuerDir, name))).mode & 0o077).toBe(0);
    }
  });

  it('can have a key of its own', async () => {
    const settings = { issuers: { one: { keys: [CURRENT.settings] } } };
    const catalogue = catalogueOf(issuerNamed('one', true));
    const { trustedRoots } = await load({ 'issuers.json': settings, ...CURRENT.files }, catalogue);
    expect(trustedRoots).toHaveLength(1);
  });
});

describe('one sentence tells that', () => {
  const current = { ...CURRENT.files, ...ministry({ keys: [CURRENT.settings] }) };
  const withKey = (key: object): Files => ({ ...CURRENT.files, ...ministry({ keys: [key] }) });
  const encrypted = { ...CURRENT.settings, password: { file: 'password' } };
  const remote = { url: 'https://sign.example.org', credential: 'seal', token: { env: 'TOKEN' } };

  it.each<[string, Files, RegExp]>([
    ['an issuer has no key', {}, /issuer ministry has no key: describe one in issuers\.json/],
    ['the file is no JSON', { 'issuers.json': '{"password": correct horse}' }, /issuers\.json is no JSON/],
    [
      'there is no such issuer',
      {
        ...current,
        'issuers.json': { issuers: { ministry: { keys: [CURRENT.settings] }, minstry: { keys: [CURRENT.settings] } } },
      },
      /no issuer minstry/,
    ],
    ['a key file is missing', ministry({ keys: [CURRENT.settings] }), /current\.pem is missing/],
    ['a password file is missing', withKey(encrypted), /DIR\/password is missing/],
    ['a variable is not set', withKey({ ...encrypted, password: { env: 'NOT_THERE' } }), /NOT_THERE is not set/],
    [
      'a password is wrong',
      { ...withKey(encrypted), 'current.key': keyPem(SEAL, 'x'), password: 'y' },
      /password doesn’t open/,
    ],
    ['a password is needed', { ...current, 'current.key': keyPem(SEAL, 'x') }, /needs a password/],
    ['a key file is none', { ...current, 'current.key': 'nothing' }, /holds no private key/],
    ['a chain file is none', { ...current, 'current.pem': 'nothing' }, /current\.pem holds no certificate/],
    [
      'key and certificate differ',
      { ...current, 'current.pem': pem(sealOf(2027, 2030), ROOT) },
      /No certificate is for this key/,
    ],
    [
      'a chain is incomplete',
      { ...current, 'current.pem': pem(SEAL) },
      /lacks the certificate of “测试根证书”, which signed “测试签章 2026”/,
    ],
    [
      'a key may not sign documents',
      { ...current, 'current.key': keyPem(ROOT), 'current.pem': pem(ROOT) },
      /may not sign documents/,
    ],
    [
      'an authority’s key is of a kind that verification leaves out',
      {
        ...current,
        ...pemFiles('current', sealOf(2026, 2030, ODD), ODD).files,
      },
      /key of the authority “测试冷门曲线” is of a kind that signatures aren't verified by/,
    ],
    [
      'no root is among the roots',
      {
        ...ministry({ keys: [CURRENT.settings], roots: ['current.pem', 'one.pem'] }),
        ...CURRENT.files,
        'one.pem': pem(SEAL),
      },
      /roots\[1\]: one\.pem holds no root/,
    ],
    [
      'a root is of a form that verification doesn’t read',
      {
        ...ministry({ keys: [CURRENT.settings], roots: ['laden.pem'] }),
        ...CURRENT.files,
        'laden.pem': pem(LADEN),
      },
      /roots\[0\]: laden\.pem: the certificate “测试繁冗根证书” can't be read .* at most 16 kB and 50 extensions/,
    ],
    [
      'a chain has such a certificate',
      { ...current, ...pemFiles('current', sealOf(2026, 2030, LADEN), LADEN).files },
      /keys\[0\], current\.key: the certificate “测试繁冗根证书” can't be read/,
    ],
    [
      'a chain is longer than a copy has room for',
      { ...current, ...pemFiles('current', HEAVY, ROOT).files },
      /keys\[0\], current\.key: its chain and a signature have \d{4} bytes together, 6144 is the most/,
    ],
    [
      'a picture is none',
      { ...ministry({ keys: [CURRENT.settings], seal: 'current.key' }), ...CURRENT.files },
      /ministry\.seal: DIR\/current\.key is neither SVG nor PNG/,
    ],
    ['a token is in no variable', withKey({ remote, chain: 'current.pem' }), /TOKEN is not set/],
    [
      'a demonstration key is used in earnest',
      {
        ...ministry({ keys: [{ pkcs12: 'demo.p12', password: { file: 'word' } }] }),
        'demo.p12': issuerFile('demonstration.p12'),
        word: PASSWORD,
      },
      /demonstration key can't sign for an issuer that is no specimen/,
    ],
  ])('%s', async (_, files, sentence) => {
    const said = await refusal(files);
    expect(said).toMatch(sentence);
    expect(said.split('\n')).toHaveLength(1);
    expect(said).not.toMatch(/correct horse|PRIVATE/);
  });

  it('a specimen has a picture', async () => {
    const settings = { issuers: { one: { keys: [CURRENT.settings], seal: 'seal.svg' } } };
    const files = { 'issuers.json': settings, ...CURRENT.files, 'seal.svg': SEAL_PICTURE };
    expect(await refusal(files, catalogueOf(issuerNamed('one', true)))).toMatch(/always shows the seal 样张 SPECIMEN/);
  });
});

it('finds nothing wrong with an issuer that comes after one whose key and chain are of different kinds', async () => {
  const { key, certificates } = readPkcs12(issuerFile('rsa3072.p12'), PASSWORD);
  const rsa = { key: 'rsa.key', chain: 'rsa.pem' };
  const files = {
    'issuers.json': {
      issuers: { ministry: { keys: [{ ...CURRENT.settings, chain: 'own.pem' }] }, association: { keys: [rsa] } },
    },
    ...CURRENT.files,
    'rsa.key': keyPem({ key }),
    'rsa.pem': pem(...certificates.map((certificate) => ({ certificate }))),
    'own.pem': pem(...certificates.slice(0, 1).map((certificate) => ({ certificate }))),
  };
  expect(await refusal(files, catalogueOf(MINISTRY, issuerNamed('association')))).toBe(
    "The issuers in DIR can't be used: ministry.keys[0], current.key: No certificate is for this key.",
  );
});

it('names everything that is wrong with the settings at once', async () => {
  const remote = {
    url: 'http://sign.example.org',
    credential: '',
    token: { file: 'a', env: 'B' },
    timeoutSeconds: 600,
  };
  const said = await refusal(
    ministry({
      keys: [{ pkcs12: 'a.p12' }, { key: 'b.key', chain: 'b.pem', password: 'secret' }, { remote, chain: 'c.pem' }, {}],
      seals: 'seal.svg',
    }),
  );
  expect(said.split('\n').map((line) => line.split(':')[0]?.trim())).toEqual([
    "The issuers in DIR can't be used",
    'issuers.json, issuers.ministry.keys[0].password',
    'issuers.json, issuers.ministry.keys[1].password',
    'issuers.json, issuers.ministry.keys[2].remote.url',
    'issuers.json, issuers.ministry.keys[2].remote.credential',
    'issuers.json, issuers.ministry.keys[2].remote.token',
    'issuers.json, issuers.ministry.keys[2].remote.timeoutSeconds',
    'issuers.json, issuers.ministry.keys[3]',
    'issuers.json, issuers.ministry',
  ]);
  expect(said).not.toContain('secret');
});
