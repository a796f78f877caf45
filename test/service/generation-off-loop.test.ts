import { expect, test } from 'vitest';
import { MovableClock } from '../../bot/sandbox/movable-clock.ts';
import { startSandbox } from '../../bot/sandbox/sandbox.ts';
import { createLogger } from '../../bot/telegram/log/create-logger.ts';
import * as faults from '../../engine/document/faults.ts';
import { packFault, unpackFault } from '../../service/documents/document-job.ts';
import { createDocumentMaker } from '../../engine/document/maker.ts';
import { openKeys } from '../../service/issuers/issuer-key.ts';
import { createDocumentWorkers } from '../../service/documents/document-workers.ts';
import { createService } from '../../service/service.ts';
import { certificateOf, World } from '../engine/world.ts';
import { at } from '../fakes/fixed-clock.ts';
import { CERTIFICATE, ENDORSEMENT, issuerFile, PASSWORD, shippedFonts } from '../document/samples.ts';

const KEY = { issuer: 'demonstration', pkcs12: issuerFile('demonstration.p12'), password: PASSWORD };
const TOKEN = '1002:token-of-a-bot-that-makes-two-copies-at-once';

test('every fault of the document comes back from a thread as the class that it was', () => {
  const thrown: Record<keyof typeof faults, Error> = {
    IssuerFault: new faults.IssuerFault('expired', 'over since yesterday'),
    MissingGlyphFault: new faults.MissingGlyphFault(['\u{2A6D7}']),
    SignatureFault: new faults.SignatureFault('no signature'),
    SignerFault: new faults.SignerFault('timed-out', 'sign.example.org: no answer'),
    UnavailableFault: new faults.UnavailableFault('certificate-revoked', 'revoked yesterday'),
    UnknownIssuerFault: new faults.UnknownIssuerFault('nobody'),
    UnusableFaceFault: new faults.UnusableFaceFault('it has no outlines'),
  };
  for (const fault of Object.values(thrown)) {
    const returned = unpackFault(structuredClone(packFault(fault)));
    expect(returned.constructor).toBe(fault.constructor);
    expect({ ...returned, message: returned.message }).toEqual({ ...fault, message: fault.message });
  }
});

test.each([
  [new TypeError('no glyph of 欧阳娜娜'), 'TypeError'],
  [Object.assign(new Error('/fonts/rare.ttf: no such file'), { code: 'ENOENT' }), 'ENOENT'],
])('any other comes back with what it was, without what its message may quote', (thrown, detail) => {
  const fault = unpackFault(structuredClone(packFault(thrown)));
  expect(fault).toMatchObject({ code: 'document-thread', detail, message: `${thrown.name}: ${thrown.message}` });
});

test('threads start with the first copy, and one that asks for them to be ready after they ended is not kept', async () => {
  const started: unknown[] = [];
  const startThread = (start: unknown): never => {
    started.push(start);
    throw new Error('no thread is wanted here');
  };
  const workers = createDocumentWorkers({ threads: 2, fonts: shippedFonts(), keys: [KEY], startThread });
  expect(workers.missingCharacters('李')).toEqual([]);
  await workers.close();
  await workers.ready();
  expect(started).toEqual([]);
});

test('the thread that asks for copies leaves nearly all of the work to others', async () => {
  const workers = createDocumentWorkers({ threads: 1, fonts: shippedFonts(), keys: [KEY] });
  // As a thread does it, signature included.
  const maker = createDocumentMaker({ fonts: shippedFonts(), signers: openKeys([KEY], { blocking: true }) });
  // CPU time of this thread, whatever else the machine does.
  const cost = async (make: typeof maker.makeCopy): Promise<number> => {
    await make(CERTIFICATE, ENDORSEMENT);
    const before = process.threadCpuUsage();
    for (let count = 0; count < 20; count += 1) await make(CERTIFICATE, ENDORSEMENT);
    const { system, user } = process.threadCpuUsage(before);
    return system + user;
  };
  const here = await cost(maker.makeCopy);
  const there = await cost(workers.makeCopy);
  await workers.close();

  expect(there).toBeLessThan(here / 2);
});

test('a copy that waits for somebody’s answer doesn’t keep the next from being made', async () => {
  const clock = MovableClock.frozenAt(at('2026-11-20T09:00:00+08:00'));
  const world = await World.open();
  await world.storage.transact((tx) => tx.certificates.insertMany([certificateOf('h1', 'c2')]));
  const sandbox = await startSandbox({
    clock,
    people: [],
    bots: [{ token: TOKEN, username: 'two_bot', name: '加注' }],
  });
  const both = Promise.withResolvers<void>();
  let asked = 0;
  world.maker.before = async () => {
    asked += 1;
    if (asked === 2) both.resolve();
    await both.promise;
  };
  await world.requested({ certificateId: 'c1' });
  await world.requested({ certificateId: 'c2' });
  const { catalogue, maker, policy, random, storage, zone } = world;
  const given = { catalogue, maker, policy, random, storage, zone };
  const service = createService({
    ...given,
    clock,
    token: TOKEN,
    apiRoot: sandbox.apiRoot,
    issuers: { signers: new Map() },
    trustedRoots: [],
    logger: createLogger({ level: 'silent' }),
    verifyUrl: (code) => `https://verify.example/v/${code}`,
  });
  await service.start(() => undefined);
  await both.promise;
  await service.stop();
  expect(maker.made).toBe(2);
  await sandbox.close();
  await storage.close();
});
