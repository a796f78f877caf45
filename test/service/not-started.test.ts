import { afterEach, beforeEach, expect, test } from 'vitest';
import { MovableClock } from '../../bot/sandbox/movable-clock.ts';
import { type Sandbox, startSandbox } from '../../bot/sandbox/sandbox.ts';
import { createLogger } from '../../bot/telegram/log/create-logger.ts';
import { IssuerFault } from '../../engine/document/faults.ts';
import { WorkerFault } from '../../service/documents/document-job.ts';
import { createService, type Service } from '../../service/service.ts';
import { World } from '../engine/world.ts';
import { at } from '../fakes/fixed-clock.ts';

const TOKEN = '1003:token-of-a-bot-whose-threads-do-not-start';
const clock = MovableClock.frozenAt(at('2026-11-20T09:00:00+08:00'));

let world: World;
let sandbox: Sandbox;
let service: Service;
beforeEach(async () => {
  world = await World.open();
  sandbox = await startSandbox({ clock, people: [], bots: [{ token: TOKEN, username: 'no_bot', name: '加注' }] });
});
afterEach(async () => {
  await service.stop();
  await sandbox.close();
  await world.storage.close();
});

/** Starts a service whose maker this keeps from being made ready; answers the alerts once it has said so. */
async function startWith(fault: Error): Promise<unknown[]> {
  const { catalogue, maker, policy, random, storage, zone } = world;
  const given = { catalogue, maker, policy, random, storage, zone };
  const said = Promise.withResolvers<void>();
  const write = (line: string): void => {
    if (line.includes('documents can not be made')) said.resolve();
  };
  service = createService({
    ...given,
    clock,
    token: TOKEN,
    apiRoot: sandbox.apiRoot,
    issuers: { signers: new Map() },
    trustedRoots: [],
    logger: createLogger({ destination: { write } }),
    verifyUrl: (code) => `https://verify.example/v/${code}`,
    warmUp: () => Promise.reject(fault),
  });
  await service.start(() => undefined);
  await said.promise;
  await service.catchUp();
  return world.alerts();
}

test('threads that don’t start are told to staff before anybody waits for a copy', async () => {
  const facts = { code: 'document-thread', detail: 'a document thread crashed' };
  expect(await startWith(new WorkerFault('a document thread crashed'))).toMatchObject([
    { kind: 'documents-unavailable', facts },
  ]);
});

test('a key that keeps them from it is told of with the first copy, which knows whose it is', async () => {
  expect(await startWith(new IssuerFault('wrong-password', 'The password is wrong'))).toEqual([]);
});
