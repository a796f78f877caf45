import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, onTestFinished, test } from 'vitest';
import { createLogger } from '../../../bot/telegram/log/create-logger.ts';
import { createDocumentMaker } from '../../../engine/document/maker.ts';
import { readCertificate } from '../../../engine/document/verify/x509.ts';
import { DEFAULT_POLICY } from '../../../engine/policy/policy.ts';
import { HOUR_MS, type Instant, later, Zone } from '../../../engine/time/instant.ts';
import { loadCatalogue } from '../../../service/load-catalogue.ts';
import { openDatabase } from '../../../service/open-database.ts';
import { KnownRevocations } from '../../../service/trust/known-revocations.ts';
import { startFileJudge } from '../../../service/verification/start-file-judge.ts';
import { watchStorage } from '../../../service/watch-storage.ts';
import { startWeb } from '../../../service/web/start-web.ts';
import { runJiazhu } from '../../cli/run-jiazhu.ts';
import { CERTIFICATE, ENDORSEMENT, NOW, shippedFonts } from '../../document/samples.ts';
import { openTestStorage } from '../../fakes/test-storage.ts';
import { keyPem, pem } from '../../issuers/folder.ts';
import { temporaryFolder } from '../../storage/temporary-folder.ts';
import { ocspResponse } from '../../trust/answers.ts';
import { startTrustServers, type TrustServers } from '../../trust/trust-servers.ts';
import { multipart } from '../../web/start-web.ts';
import { startJourney } from '../journey.ts';
import { askFor, holder } from '../ways.ts';

const folder = temporaryFolder();
const catalogue = await loadCatalogue(new URL('../../../data/catalogue.json', import.meta.url).pathname);

let servers: TrustServers;
let known: KnownRevocations;
beforeAll(async () => {
  servers = await startTrustServers();
});
beforeEach(async () => {
  const storage = await openTestStorage();
  onTestFinished(() => storage.close());
  known = await KnownRevocations.open(storage, []);
});
afterAll(() => servers.close());

const trust = () => ({ trustedRoots: [servers.root.certificate], timestampRoots: [] });
const makerOf = (issuers: readonly string[]) =>
  createDocumentMaker({ fonts: shippedFonts(), signers: new Map(issuers.map((id) => [id, servers.signer])) });

function proofOf(revokedAt: Instant): Uint8Array {
  const { authority, signing } = servers;
  return ocspResponse({ certificate: signing.certificate, authority, revokedAt, at: later(revokedAt, HOUR_MS) });
}

/** The service's authority says that the signing certificate was revoked. */
async function revoke(revokedAt: Instant): Promise<void> {
  const bytes = proofOf(revokedAt);
  const { authority, signing } = servers;
  const issued = {
    certificate: readCertificate(signing.certificate),
    authority: readCertificate(authority.certificate),
  };
  const finding = { revokedAt, thisUpdate: revokedAt, nextUpdate: later(revokedAt, HOUR_MS) };
  await known.learn([{ kind: 'ocsp', bytes, finding, issued }]);
}

test('in the chat, a copy whose key was revoked since is doubted from the moment that this is known', async () => {
  const judge = startFileJudge({ trust: trust(), clock: { now: () => NOW }, revocations: () => known.now() });
  const journey = await startJourney({
    maker: makerOf(catalogue.issuers.map(({ id }) => id)),
    start: new Date(NOW).toISOString(),
    judge: () => judge,
  });
  onTestFinished(() => journey.close().then(() => judge.close()));
  const holding = await holder(journey, 1001);
  await askFor(holding, /建造师/);
  await journey.work();
  const bytes = await holding.download(await holding.waitForDocument());
  const stranger = journey.person(1011);
  const send = () => stranger.sendDocument({ file_name: 'received.pdf', mime_type: 'application/pdf', bytes });
  await send();
  expect((await stranger.waitForText('查验通过')).text).not.toContain('吊销');
  await revoke(later(NOW, HOUR_MS));
  await send();
  const doubted = (await stranger.waitForText('无法证明文件是在吊销之前签署的')).text ?? '';
  expect(doubted).toContain('⚠️ 由本服务出具，但签名未获确认');
  expect(doubted).not.toContain('查验通过');
});

test('on the page, an uploaded copy that was signed with a revoked key is said to be so', async () => {
  const storage = await openTestStorage();
  const { bytes } = await makerOf(['demonstration']).makeCopy(CERTIFICATE, ENDORSEMENT);
  const page = await startWeb({
    prepared: {
      ...trust(),
      ...watchStorage(storage),
      catalogue,
      zone: new Zone(DEFAULT_POLICY.zone),
      revocations: () => known.now(),
    },
    reading: { read: (work) => storage.transact(work) },
    settings: { host: '127.0.0.1', port: 0, trustedProxies: [] },
    publicUrl: null,
    clock: { now: () => NOW },
    policy: DEFAULT_POLICY,
    logger: createLogger({ level: 'silent' }),
  });
  onTestFinished(() => page.close().then(() => storage.close()));
  const upload = async (): Promise<string> => {
    const { headers, payload } = await multipart({ consent: 'yes' }, bytes);
    return (await fetch(`${page.url}/files`, { method: 'POST', headers, body: payload })).text();
  };
  expect(await upload()).not.toContain('吊销');
  await revoke(later(NOW, -HOUR_MS));
  expect(await upload()).toContain('签名证书在文件签署之前已被吊销');
});

test('the command line knows what the service has learnt', async () => {
  const { authority, root, signing } = servers;
  const dir = folder('issuer');
  await mkdir(dir);
  await writeFile(path.join(dir, 'seal.key'), keyPem(signing));
  await writeFile(path.join(dir, 'seal.pem'), pem(signing, authority, root));
  const issuer = { keys: [{ key: 'seal.key', chain: 'seal.pem' }] };
  const issuers = Object.fromEntries(catalogue.issuers.map(({ id }) => [id, issuer]));
  await writeFile(path.join(dir, 'issuers.json'), JSON.stringify({ issuers }));
  const { bytes } = await makerOf(['demonstration']).makeCopy(CERTIFICATE, ENDORSEMENT);
  await writeFile(folder('copy.pdf'), bytes);
  const places = { databaseUrl: folder('jiazhu.db'), dataKeyFile: folder('data.key') };
  const storage = await openDatabase(places);
  const certificate = createHash('sha256').update(signing.certificate).digest('hex');
  const proof = proofOf(later(NOW, -HOUR_MS));
  await storage.transact((tx) => tx.revocations.put({ certificate, kind: 'ocsp', proof }));
  await storage.close();
  const { code, out } = await runJiazhu(['verify', folder('copy.pdf'), '--json'], {
    PATH: process.env['PATH'] ?? '',
    DATABASE_URL: places.databaseUrl,
    DATA_KEY_FILE: places.dataKeyFile,
    ISSUER_DIR: dir,
    POLICY_FILE: '',
    CATALOGUE_FILE: '',
  });
  expect(code).toBe(1);
  expect(JSON.parse(out)).toMatchObject({ sound: { status: 'failed', reason: 'certificate-revoked' } });
});
