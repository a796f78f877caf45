import { expect, test } from 'vitest';
import { senderLease } from '../../engine/outbox/deliver.ts';
import { HOUR_MS, later } from '../../engine/time/instant.ts';
import { readiness } from '../../service/web/readiness.ts';
import { World } from '../engine/world.ts';

async function ask(world: World, read: World['storage']['transact'] = (work) => world.storage.transact(work)) {
  return readiness({ reading: { read }, clock: world.clock, bots: ['holder'] });
}

async function sending(world: World): Promise<void> {
  const now = world.clock.now();
  await world.storage.transact((tx) => tx.leases.acquire(senderLease('holder'), 'me', now, later(now, 9 * HOUR_MS)));
}

test('a service whose sender has stopped is not ready, and says so', async () => {
  const world = await World.open();
  expect(await ask(world)).toMatchObject({ ready: false, checks: { database: 'ok', 'holder-sender': 'stopped' } });
  await sending(world);
  expect(await ask(world)).toMatchObject({ ready: true, checks: { 'holder-sender': 'ok' } });
  await world.storage.close();
});

test('a copy or a message that waits for more than an hour keeps it from being ready', async () => {
  const world = await World.open();
  await sending(world);
  await world.requested();
  expect(await ask(world)).toMatchObject({ ready: true });
  world.clock.advance({ hours: 1, ms: 1 });
  expect(await ask(world)).toMatchObject({ ready: false, checks: { generation: 'lagging', 'holder-outbox': 'ok' } });
  await world.generate();
  world.clock.advance({ hours: 1, ms: 1 });
  expect(await ask(world)).toMatchObject({ ready: false, checks: { generation: 'ok', 'holder-outbox': 'lagging' } });
  await world.storage.close();
});

test('a database that fails is told from one that is well', async () => {
  const world = await World.open();
  const failed = await ask(world, () => Promise.reject(new Error('disk')));
  expect(failed).toEqual({ ready: false, checks: { database: 'unreachable' } });
  await world.storage.close();
});
