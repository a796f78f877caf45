import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { promisedHours } from '../../engine/endorsement/promise.ts';
import { requestEndorsement } from '../../engine/endorsement/request-endorsement.ts';
import { retryPause } from '../../engine/generation/retry-pause.ts';
import { tellOverdue } from '../../engine/generation/watch-overdue.ts';
import { DEFAULT_POLICY } from '../../engine/policy/policy.ts';
import { countQueue } from '../../engine/staff/queue/queue-lists.ts';
import { HOUR_MS } from '../../engine/time/instant.ts';
import { certificateOf, World } from './world.ts';

let world: World;
beforeEach(async () => {
  world = await World.open({ policy: { ...DEFAULT_POLICY, generation: { promiseHours: 24, attempts: 3 } } });
});
afterEach(() => world.storage.close());

describe('the promised time', () => {
  it('once past has the holder told once and staff alerted, and the job goes on', async () => {
    const { id } = await world.requested();
    world.clock.advance({ hours: 24 });
    expect(await tellOverdue(world.storage, world.clock.now())).toBe(0);
    world.clock.advance({ ms: 1 });
    expect(await tellOverdue(world.storage, world.clock.now())).toBe(1);
    expect(await tellOverdue(world.storage, world.clock.now())).toBe(0);
    expect(await world.queued()).toMatchObject([{ key: `overdue:${id}`, message: { kind: 'overdue' } }]);
    expect(await world.alerts()).toMatchObject([{ kind: 'overdue', facts: { endorsementId: id, hours: 24 } }]);
    expect(await world.generate()).toBe('made');
    expect(await world.queued()).toMatchObject([{ key: `copy:${id}:first` }]);
    expect(await world.alerts()).toEqual([]);
  });

  it('is that of when it was asked for, whatever the policy says by then', async () => {
    const soon = { ...world.policy, generation: { ...world.policy.generation, promiseHours: 2 } };
    const asked = await world.storage.transact((tx) => requestEndorsement(tx, { ...world, policy: soon }, world.ask()));
    const later = await world.requested({ certificateId: 'c1' });
    expect(asked.ok && promisedHours(asked.value.endorsement)).toBe(2);
    expect(promisedHours(later)).toBe(24);
    world.clock.advance({ hours: 3 });
    expect(await tellOverdue(world.storage, world.clock.now())).toBe(1);
    expect(await world.storage.transact((tx) => countQueue(tx, world.clock.now()))).toMatchObject({
      overdue: 1,
      generating: 1,
    });
  });

  it('tells however many there are', async () => {
    const { storage, clock } = world;
    const ids = Array.from({ length: 120 }, (_, index) => `x${index}`);
    await storage.transact((tx) => tx.certificates.insertMany(ids.map((id) => certificateOf('h1', id))));
    for (const certificateId of ids) await world.requested({ certificateId });
    clock.advance({ hours: 25 });
    expect(await tellOverdue(storage, clock.now())).toBe(120);
  });
});

describe('the pauses between attempts', () => {
  it('grow to an hour and, over the default attempts, outlast the promise', () => {
    const pauses = Array.from({ length: DEFAULT_POLICY.generation.attempts - 1 }, (_, index) => retryPause(index + 1));
    expect(pauses.slice(0, 9)).toEqual([30, 60, 120, 240, 480, 960, 1920, 3600, 3600].map((seconds) => seconds * 1000));
    const hours = pauses.reduce((sum, pause) => sum + pause, 0) / HOUR_MS;
    expect(hours).toBeGreaterThan(DEFAULT_POLICY.generation.promiseHours + 12);
  });
});
