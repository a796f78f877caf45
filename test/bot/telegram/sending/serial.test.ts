import { expect, test } from 'vitest';
import { Serial } from '../../../../bot/telegram/sending/serial.ts';

test('tasks of one key run one after another, in the order they came', async () => {
  const serial = new Serial<number>();
  const seen: string[] = [];
  const first = Promise.withResolvers<void>();
  const task = (name: string, until: Promise<void>) => async () => {
    seen.push(`${name} begins`);
    await until;
    seen.push(`${name} ends`);
    return name;
  };
  const results = [serial.run(1, task('a', first.promise)), serial.run(1, task('b', Promise.resolve()))];
  await Promise.resolve();
  expect(seen).toEqual(['a begins']);
  first.resolve();
  expect(await Promise.all(results)).toEqual(['a', 'b']);
  expect(seen).toEqual(['a begins', 'a ends', 'b begins', 'b ends']);
});

test('tasks of different keys do not wait for each other', async () => {
  const serial = new Serial<string>();
  const never = Promise.withResolvers<void>();
  const stuck = serial.run('a', () => never.promise);
  expect(await serial.run('b', async () => 'done')).toBe('done');
  never.resolve();
  await stuck;
});

test('a task that rejects, or throws at once, keeps nothing from running', async () => {
  const serial = new Serial<number>();
  const rejects = serial.run(1, () => Promise.reject(new Error('first')));
  const throws = serial.run(1, () => {
    throw new Error('second');
  });
  const works = serial.run(1, async () => 'third');
  await expect(rejects).rejects.toThrow('first');
  await expect(throws).rejects.toThrow('second');
  expect(await works).toBe('third');
});

test('nothing is kept of a key whose tasks are done', async () => {
  const serial = new Serial<number>();
  const tasks = Array.from({ length: 500 }, (_, index) =>
    serial.run(index % 50, () => (index % 3 === 0 ? Promise.reject(new Error('no')) : Promise.resolve())),
  );
  expect(serial.busyKeys).toBe(50);
  await Promise.allSettled(tasks);
  await serial.idle();
  expect(serial.busyKeys).toBe(0);
});

test('a key with many tasks is not waited for when that is asked', async () => {
  const serial = new Serial<string>();
  const end = Promise.withResolvers<void>();
  for (let task = 0; task < 3; task += 1) void serial.run('busy', () => end.promise);
  await serial.idle(2);
  const seen: string[] = [];
  const idle = serial.idle().then(() => seen.push('idle'));
  await Promise.resolve();
  expect(seen).toEqual([]);
  end.resolve();
  await idle;
});

test('idle waits for what was running', async () => {
  const serial = new Serial<number>();
  const seen: string[] = [];
  void serial.run(1, async () => {
    await Promise.resolve();
    seen.push('done');
  });
  await serial.idle();
  expect(seen).toEqual(['done']);
});
