import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Storage } from '../../engine/ports/storage.ts';
import { startVerificationRecorder } from '../../service/verification/verification-recorder.ts';
import type { Verification } from '../../web/web-deps.ts';
import { day } from '../engine/arbitraries.ts';
import { World } from '../engine/world.ts';

const TODAY = day('2026-11-20');

let world: World;
const faults: unknown[] = [];
beforeEach(async () => {
  world = await World.open();
  faults.length = 0;
});
afterEach(async () => {
  vi.useRealTimers();
  await world.storage.close();
});

const start = (storage: Storage = world.storage) =>
  startVerificationRecorder({ ...world, storage, onFault: (fault) => void faults.push(fault) });
const verification = (over: Partial<Verification> = {}): Verification => ({
  at: world.clock.now(),
  door: 'page',
  by: 'code',
  reason: 'unknown',
  number: null,
  ...over,
});
const counted = () => world.storage.transact((tx) => tx.statistics.verifications(TODAY, TODAY));

it('loses nothing at a clean stop, and names the doors', async () => {
  const { number, id } = await world.valid();
  const recorder = start();
  for (let one = 0; one < 1000; one += 1) recorder.note(verification({ reason: 'valid', number }));
  recorder.note(verification({ by: 'digest', reason: 'not-issued' }));
  recorder.note(verification({ by: 'file', reason: 'altered' }));
  recorder.note(verification({ door: 'api', reason: 'mistyped' }));
  recorder.note(verification({ door: 'api', by: 'digest', reason: 'not-issued' }));
  await recorder.stop();
  expect(await counted()).toEqual([
    { day: TODAY, door: 'file', result: 'altered', count: 1 },
    { day: TODAY, door: 'file', result: 'not-issued', count: 1 },
    { day: TODAY, door: 'interface', result: 'mistyped', count: 1 },
    { day: TODAY, door: 'interface', result: 'not-issued', count: 1 },
    { day: TODAY, door: 'page', result: 'valid', count: 1000 },
  ]);
  expect(await world.storage.transact((tx) => tx.statistics.verificationsOf(id))).toBe(1000);
  expect(faults).toEqual([]);
});

it('writes few at a time, and keeps what a failing database refused', async () => {
  let failing = true;
  const sizes: number[] = [];
  const storage: Storage = {
    close: async () => undefined,
    async transact(work) {
      if (failing) throw new Error('disk');
      return world.storage.transact(async (tx) => {
        let size = 0;
        const statistics: typeof tx.statistics = Object.create(tx.statistics, {
          addVerification: {
            value: async (...args: Parameters<typeof tx.statistics.addVerification>) => {
              size += 1;
              await tx.statistics.addVerification(...args);
            },
          },
        });
        const done = await work({ ...tx, statistics });
        sizes.push(size);
        return done;
      });
    },
  };
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const recorder = start(storage);
  for (let one = 0; one < 250; one += 1) recorder.note(verification({ number: `JZ20261120-${one}` }));
  await vi.advanceTimersByTimeAsync(1000);
  expect(faults).toContainEqual(new Error('disk'));
  failing = false;
  await recorder.stop();
  expect(await counted()).toEqual([{ day: TODAY, door: 'page', result: 'unknown', count: 250 }]);
  expect(Math.max(...sizes)).toBeLessThanOrEqual(20);
});

it('says what it could not write at the end, and ends all the same', async () => {
  const recorder = start({ close: async () => undefined, transact: () => Promise.reject(new Error('disk')) });
  recorder.note(verification());
  await recorder.stop();
  expect(faults).toEqual([new Error('disk')]);
});

it('counts what there is no room to keep apart', async () => {
  const { number, id } = await world.valid();
  const recorder = start();
  for (let one = 0; one < 1000; one += 1) recorder.note(verification({ number: `JZ20261120-${one}` }));
  recorder.note(verification({ number }));
  recorder.note(verification({ number }));
  await recorder.stop();
  expect(await counted()).toEqual([{ day: TODAY, door: 'page', result: 'unknown', count: 1002 }]);
  expect(await world.storage.transact((tx) => tx.statistics.verificationsOf(id))).toBe(0);
});
