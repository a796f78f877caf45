import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { levelFindings, levelsNow, unavailableFinding } from '../../cli/doctor/doctor-trust.ts';
import { UnavailableFault } from '../../engine/document/faults.ts';
import { createDocumentMaker } from '../../engine/document/maker.ts';
import { DEFAULT_POLICY } from '../../engine/policy/policy.ts';
import type { CopyMaker } from '../../engine/ports/copy-maker.ts';
import { createExchange } from '../../service/trust/exchange.ts';
import { openTrust } from '../../service/trust/open-trust.ts';
import type { TrustSettings } from '../../service/trust/trust-settings.ts';
import { CERTIFICATE, ENDORSEMENT, NOW, PLAIN, sealedBy, shippedFonts, signer } from '../document/samples.ts';
import { seededRandom } from '../fakes/seeded-random.ts';
import { folderOf, pem } from '../issuers/folder.ts';
import { startTrustServers, type TrustServers } from './trust-servers.ts';

const policy = DEFAULT_POLICY.signature;

let servers: TrustServers;
beforeAll(async () => {
  servers = await startTrustServers();
});
afterAll(() => servers.close());

/** Two issuers; the certificate of `p256` names nobody to ask. */
const signers = () =>
  new Map([
    ['demonstration', servers.signer],
    ['p256', signer('p256')],
  ]);

async function settings(): Promise<TrustSettings> {
  const folder = await folderOf({ 'roots.pem': pem(servers.timestampRoot) });
  return {
    timestampUrls: [`${servers.url}/tsa`],
    timestampRootsFile: path.join(folder, 'roots.pem'),
    timestampPolicy: null,
    revocation: { ocsp: true, lists: true },
  };
}

async function openMaker(): Promise<CopyMaker> {
  const { maker } = await openTrust({
    settings: await settings(),
    policy,
    maker: createDocumentMaker({ fonts: shippedFonts(), signers: signers() }),
    signers: signers(),
    clock: { now: () => NOW },
    random: seededRandom('levels'),
    exchange: createExchange(1500),
  });
  return maker;
}

it('a copy is at the level that its own issuer’s certificates allow', async () => {
  const maker = await openMaker();
  const other = sealedBy(CERTIFICATE, 'p256');
  expect(await maker.makeCopy(CERTIFICATE, ENDORSEMENT)).toMatchObject({ level: 'B-LT' });
  expect(await maker.makeCopy(other, ENDORSEMENT)).toMatchObject({ level: 'B-T' });
  expect(await maker.makePlainCopy(other, PLAIN)).toMatchObject({ level: 'B-T' });
  expect(await maker.makePlainCopy(CERTIFICATE, PLAIN)).toMatchObject({ level: 'B-LT' });
});

it('doctor names the issuers whose copies are at a lower level than others, and why', async () => {
  const wanted = { policy, settings: await settings() };
  expect(levelFindings(levelsNow(signers(), wanted, NOW), wanted)).toEqual([
    { kind: 'good', text: 'copies are signed at level B-LT: demonstration' },
    { kind: 'note', text: expect.stringMatching(/^copies are signed at level B-T: p256; .* names no OCSP responder/) },
  ]);
});

it.each([
  ['timestamp-unavailable', 'wait', 'check TSA_URL and the network; copies wait meanwhile'],
  ['timestamp-unavailable', 'issue-lower', 'check TSA_URL and the network; copies are at a lower level meanwhile'],
  ['revocation-unavailable', 'wait', 'check REVOCATION and the network; copies wait meanwhile'],
  ['certificate-revoked', 'issue-lower', 'put a new key first in issuers.json and restart the service'],
] as const)('doctor says what to do about %s, by %s', (code, onUnavailable, advice) => {
  const text = `${code}: http://tsa.example can't be reached; ${advice}`;
  const fault = new UnavailableFault(code, "http://tsa.example can't be reached");
  expect(unavailableFinding(fault, { ...policy, onUnavailable })).toEqual({ kind: 'bad', text });
});
