import type { Update } from 'grammy/types';
import { expect, test } from 'vitest';
import { type QueueDeps, UpdateQueue } from '../../../bot/holder/update/update-queue.ts';

/** Every answer waits until `end`. */
function slowQueue(end: Promise<never>): UpdateQueue {
  const storage = { transact: () => end };
  const logger = { error: () => {}, warn: () => {} };
  const deps = { storage, logger, username: () => 'jiazhu_bot', random: { bytes: (n: number) => new Uint8Array(n) } };
  return new UpdateQueue(deps as unknown as QueueDeps);
}

const edited = (person: number, number: number): Update => {
  const from = { id: person, is_bot: false, first_name: 'X' };
  const chat = { id: person, type: 'private', first_name: 'X' } as const;
  return {
    update_id: number,
    edited_message: { message_id: number, date: 1, edit_date: 2, from, chat, text: 'hello' },
  };
};

test('more updates are asked for once a person is answered, but nobody waits for one who floods the bot', async () => {
  const end = Promise.withResolvers<never>();
  const queue = slowQueue(end.promise);
  for (let number = 1; number <= 50; number += 1) void queue.add(edited(1, number));
  await queue.drained();
  void queue.add(edited(2, 51));
  const seen: string[] = [];
  const drained = queue.drained().then(() => seen.push('drained'));
  await new Promise((resolve) => setImmediate(resolve));
  expect(seen).toEqual([]);
  end.reject(new Error('the end'));
  await drained;
}, 5000);
