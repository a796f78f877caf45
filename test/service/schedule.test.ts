import { afterEach, beforeEach, expect, test } from 'vitest';
import { DAY_MS, HOUR_MS, later } from '../../engine/time/instant.ts';
import { runSchedule } from '../../service/schedule.ts';
import { World } from '../engine/world.ts';
import { member } from '../storage/staff-samples.ts';

let world: World;
beforeEach(async () => {
  world = await World.open();
});
afterEach(() => world.storage.close());

test('what somebody typed and never went on with is kept no longer than they are told that it is over', async () => {
  const { storage, clock } = world;
  const typed = { flow: 'linking', step: 'name', data: { documentNumber: 'E00000001' } };
  await storage.transact(async (tx) => {
    await tx.staff.members.insert(member(1));
    const expiresAt = later(clock.now(), HOUR_MS);
    await tx.dialogs.put('a1', 0, { ...typed, expiresAt });
    await tx.staff.dialogs.put('member-1', 0, { ...typed, expiresAt });
  });
  const kept = async () => {
    await runSchedule(world);
    return storage.transact(async (tx) => [await tx.dialogs.get('a1'), await tx.staff.dialogs.get('member-1')]);
  };
  clock.advance({ ms: 2 * HOUR_MS });
  expect(await kept()).toMatchObject([typed, typed]);
  clock.advance({ ms: DAY_MS });
  expect(await kept()).toEqual([undefined, undefined]);
  expect(await storage.transact((tx) => tx.dialogs.version('a1'))).toBe(2);
});
