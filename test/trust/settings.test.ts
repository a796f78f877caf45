import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { afterAll, describe, expect, it } from 'vitest';

import { ConfigFault, parseConfig } from '../../config.ts';
import { createKeySigner } from '../../engine/document/issuer/key-signer.ts';
import type { KeyRing } from '../../engine/document/issuer/key-ring.ts';
import { createDocumentMaker } from '../../engine/document/maker.ts';
import { DEFAULT_POLICY, type Policy } from '../../engine/policy/policy.ts';
import { openTrust } from '../../service/trust/open-trust.ts';
import { NO_TRUST_SERVICES, type TrustSettings } from '../../service/trust/trust-settings.ts';
import { NOW, shippedFonts, signer } from '../document/samples.ts';
import { seededRandom } from '../fakes/seeded-random.ts';
import { pem, ROOT, sealOf } from '../issuers/folder.ts';
import { OVERLOADED, party } from './pki.ts';
import { startTrustServers } from './trust-servers.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'jiazhu-trust-'));
afterAll(() => rmSync(folder, { recursive: true }));

const policyFile = (signature: object) => ({ policy: { path: '/policy.json', text: JSON.stringify({ signature }) } });
const parse = (env: Record<string, string>, signature = {}) => parseConfig(env, policyFile(signature), '/srv');

function mistakes(env: Record<string, string>, signature = {}): readonly string[] {
  try {
    parse(env, signature);
    return [];
  } catch (fault) {
    if (fault instanceof ConfigFault) return fault.mistakes;
    throw fault;
  }
}

describe('settings', () => {
  it('name no trust service when nothing is set', () => {
    expect(parse({}).trust).toMatchObject({ timestampUrls: [], timestampRootsFile: null });
    expect(parse({}).policy.signature).toEqual({ level: 'auto', onUnavailable: 'wait' });
  });

  it('name several authorities, their roots and policy, and whom to ask about revocation', () => {
    const env = {
      TSA_URL: 'http://one.example/tsa  https://two.example/',
      TSA_ROOTS: 'tsa.pem',
      TSA_POLICY: '1.2.3',
      REVOCATION: 'crl',
    };
    expect(parse(env).trust).toEqual({
      timestampUrls: ['http://one.example/tsa', 'https://two.example/'],
      timestampRootsFile: '/srv/tsa.pem',
      timestampPolicy: '1.2.3',
      revocation: { ocsp: false, lists: true },
    });
  });

  it.each([
    [{ TSA_URL: 'ftp://one.example', TSA_ROOTS: 'r' }, {}, /^TSA_URL must be addresses/],
    [{ TSA_URL: 'http://one.example' }, {}, /^TSA_URL needs TSA_ROOTS/],
    [{ TSA_POLICY: 'strict' }, {}, /^TSA_POLICY must be numbers/],
    [{ REVOCATION: 'perhaps' }, {}, /^REVOCATION must be one of/],
    [{}, { level: 'B-T' }, /^signature.level is B-T, which needs TSA_URL/],
    [{ TSA_URL: 'http://one.example', TSA_ROOTS: 'r', REVOCATION: 'none' }, { level: 'B-LT' }, /needs a REVOCATION/],
    [{}, { level: 'B-LTA' }, /signature.level must be one of auto, B-B, B-T, B-LT/],
    [{}, { onUnavailable: 'panic' }, /signature.onUnavailable must be wait or issue-lower/],
  ])('that are mistaken are named: %j %j', (env, signature, sentence) => {
    expect(mistakes(env as Record<string, string>, signature)).toEqual([expect.stringMatching(sentence)]);
  });
});

it('all mistakes are named at once', () => {
  expect(mistakes({ TSA_URL: 'http://one.example', REVOCATION: 'perhaps', PORT: 'x' })).toHaveLength(3);
});

describe('the level of signatures', () => {
  const rootsFile = path.join(folder, 'roots.pem');
  const settings = (over: Partial<TrustSettings> = {}): TrustSettings => ({
    timestampUrls: ['http://127.0.0.1:1/tsa'],
    timestampRootsFile: rootsFile,
    timestampPolicy: null,
    revocation: { ocsp: true, lists: true },
    ...over,
  });

  const open = (
    own: TrustSettings,
    signature: Partial<Policy['signature']> = {},
    signers: ReadonlyMap<string, KeyRing> = new Map([['p256', signer('p256')]]),
  ) =>
    openTrust({
      settings: own,
      policy: { ...DEFAULT_POLICY.signature, ...signature },
      maker: createDocumentMaker({ fonts: shippedFonts(), signers }),
      signers,
      clock: { now: () => NOW },
      random: seededRandom(),
    });

  it('is the highest for which there is what it takes', async () => {
    const servers = await startTrustServers();
    await servers.close();
    const pem = Buffer.from(servers.timestampRoot.certificate).toString('base64');
    writeFileSync(rootsFile, `A comment\n-----BEGIN CERTIFICATE-----\n${pem}\n-----END CERTIFICATE-----\n`);
    const named = new Map([['named', servers.signer]]);
    expect((await open(NO_TRUST_SERVICES)).level('p256', NOW)).toBe('B-B');
    expect((await open(settings())).level('p256', NOW)).toBe('B-T');
    expect((await open(settings(), {}, named)).level('named', NOW)).toBe('B-LT');
    const unasked = settings({ revocation: { ocsp: false, lists: false } });
    expect((await open(unasked, {}, named)).level('named', NOW)).toBe('B-T');
    expect((await open(settings(), { level: 'B-B' }, named)).level('named', NOW)).toBe('B-B');
    expect((await open(settings())).timestampRoots).toHaveLength(1);
  });

  it('is that of the key that signs, whatever other issuers and earlier keys lack', async () => {
    const servers = await startTrustServers();
    await servers.close();
    const past = sealOf(2021, 2025);
    const rotated = [servers.signer, createKeySigner(past.key, [past.certificate, ROOT.certificate])];
    const signers = new Map<string, KeyRing>([
      ['silent', signer('p256')],
      ['rotated', rotated],
    ]);
    const { level } = await open(settings(), {}, signers);
    expect(level('silent', NOW)).toBe('B-T');
    expect(level('rotated', NOW)).toBe('B-LT');
    const lasting = await open(settings(), { level: 'B-LT' }, new Map([['rotated', rotated]]));
    expect(lasting.level('rotated', NOW)).toBe('B-LT');
  });

  it('can’t be B-LT for an issuer whose certificate names nobody to ask', async () => {
    await expect(open(settings(), { level: 'B-LT' })).rejects.toThrow(
      'signature.level is B-LT, but a certificate of the issuer p256 names no OCSP responder',
    );
  });

  it.each([
    ['missing.pem', "can't be read; check the path"],
    ['empty.pem', 'holds no certificate in PEM'],
    ['garbled.pem', 'a certificate in'],
    ['overloaded.pem', /TSA_ROOTS: .*overloaded\.pem: the certificate “时间戳根” can't be read .* 50 extensions/],
  ])('needs roots that can be read: %s', async (name, sentence) => {
    writeFileSync(path.join(folder, 'empty.pem'), '');
    writeFileSync(path.join(folder, 'garbled.pem'), '-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n');
    writeFileSync(path.join(folder, 'overloaded.pem'), pem(party({ name: '时间戳根', extensions: OVERLOADED })));
    const file = settings({ timestampRootsFile: path.join(folder, name) });
    await expect(open(file)).rejects.toThrow(sentence);
  });
});
