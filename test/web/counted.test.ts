import { afterEach, beforeEach, expect, test } from 'vitest';
import { newVerificationCode } from '../../engine/ids.ts';
import { createLogger } from '../../bot/telegram/log/create-logger.ts';
import { watchStorage } from '../../service/watch-storage.ts';
import { startWeb } from '../../service/web/start-web.ts';
import { day } from '../engine/arbitraries.ts';
import { World } from '../engine/world.ts';

const NOTHING_KNOWN = { certificates: [], ocspResponses: [], revocationLists: [] };

let world: World;
beforeEach(async () => {
  world = await World.open();
});
afterEach(() => world.storage.close());

test('what visitors and programs verify is counted by the time the page is closed, and told to the holder', async () => {
  const { clock, policy, storage } = world;
  const { id, verificationCode, sha256 } = await world.valid();
  const page = await startWeb({
    prepared: {
      ...world,
      ...watchStorage(storage),
      revocations: () => NOTHING_KNOWN,
      timestampRoots: [],
      trustedRoots: [],
    },
    reading: { read: (work) => storage.transact(work) },
    settings: { host: '127.0.0.1', port: 0, trustedProxies: [] },
    publicUrl: null,
    clock,
    policy,
    logger: createLogger({ level: 'silent' }),
  });
  await fetch(`${page.url}/v/${verificationCode}`);
  await fetch(`${page.url}/v/${newVerificationCode(world.random)}`);
  await fetch(`${page.url}/api/v1/endorsements/${verificationCode}`);
  await fetch(`${page.url}/api/v1/verifications`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ sha256 }),
  });
  await page.close();
  const today = day('2026-11-20');
  expect(await storage.transact((tx) => tx.statistics.verifications(today, today))).toEqual([
    { day: today, door: 'interface', result: 'valid', count: 2 },
    { day: today, door: 'page', result: 'unknown', count: 1 },
    { day: today, door: 'page', result: 'valid', count: 1 },
  ]);
  const ask = { accountId: 'a1', day: today, sequence: 1 };
  const gathered = await storage.transact((tx) => tx.verificationNotices.gathered(ask));
  expect(gathered.map(({ endorsementId, way, count }) => ({ endorsementId, way, count }))).toEqual([
    { endorsementId: id, way: 'code', count: 2 },
    { endorsementId: id, way: 'file', count: 1 },
  ]);
});
