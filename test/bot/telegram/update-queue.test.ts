import { describe, expect, onTestFinished, test } from 'vitest';
import type { Effect } from '../../../bot/telegram/effects.ts';
import { decideOnce, type KeptReply } from '../../../bot/telegram/update/reply.ts';
import { UpdateQueue } from '../../../bot/telegram/update/update-queue.ts';
import type { Storage } from '../../../engine/ports/storage.ts';
import { FixedClock } from '../../fakes/fixed-clock.ts';
import { seededRandom } from '../../fakes/seeded-random.ts';
import { openTestStorage } from '../../fakes/test-storage.ts';
import { bench, type Bench, CHAT } from './sending/bench.ts';

interface Said {
  update_id: number;
  person: number;
  words: string;
}

interface Deciding {
  storage?: Storage;
  decide?: (update: Said) => Promise<unknown>;
}

const clock = new FixedClock();
const say = (words: string): Effect => ({ kind: 'send', view: { html: words } });

/** A queue that answers what was said with the same words, in the one chat there is. */
async function echo({ api, pacing }: Pick<Bench, 'api' | 'pacing'>, { storage, decide }: Deciding = {}) {
  const database = storage ?? (await openTestStorage());
  if (!storage) onTestFinished(() => database.close());
  const logger = { error: () => {}, warn: () => {} };
  const deps = { bot: 'staff', storage: database, clock, api, pacing, logger, random: seededRandom() } as const;
  return new UpdateQueue<Said>(deps, {
    personOf: ({ person }) => person,
    decide: async (update) => {
      await decide?.(update);
      const reply = { chatId: CHAT, threadId: null, effects: [say(update.words)], about: null };
      return decideOnce(deps, update.update_id, async () => reply);
    },
    apology: async (_, reference) => ({
      chatId: CHAT,
      threadId: null,
      effects: [say(`sorry ${reference}`)],
      about: null,
    }),
  });
}

const soon = () => new Promise((resolve) => setImmediate(resolve));

/** Whether a promise is settled by the time everything that can go on has gone on. */
async function isOver(promise: Promise<unknown>): Promise<boolean> {
  let over = false;
  void promise.then(() => (over = true));
  await soon();
  return over;
}

describe('more updates are asked for', () => {
  test('once a person’s are noted, but nobody waits for one who floods the bot', async () => {
    const end = Promise.withResolvers<never>();
    const queue = await echo(await bench(), { decide: () => end.promise });
    for (let number = 1; number <= 50; number += 1) void queue.note({ update_id: number, person: 1, words: 'x' });
    await queue.noted();
    void queue.note({ update_id: 51, person: 2, words: 'y' });
    const noted = queue.noted();
    expect(await isOver(noted)).toBe(false);
    end.reject(new Error('the end'));
    await noted;
  });

  test('before what is noted is answered', async () => {
    const it = await bench();
    const answered = Promise.withResolvers<void>();
    const sendMessage: Bench['api']['sendMessage'] = async (message) => {
      await answered.promise;
      return it.api.sendMessage(message);
    };
    const queue = await echo({ ...it, api: { ...it.api, sendMessage } });
    void queue.note({ update_id: 1, person: 1, words: 'hello' });
    await queue.noted();
    expect(it.texts()).toEqual([]);
    answered.resolve();
    await queue.drained();
    expect(it.texts()).toEqual(['hello']);
  });
});

describe('replies', () => {
  test('go out in the order in which they were decided', async () => {
    const it = await bench();
    const queue = await echo(it);
    const words = Array.from({ length: 20 }, (_, index) => `${index}`);
    await Promise.all(words.map((word, index) => queue.add({ update_id: index, person: 1, words: word })));
    expect(it.texts()).toEqual(words);
  });

  test('that a process noted and didn’t send are sent by the next one, once', async () => {
    const it = await bench();
    const storage = await openTestStorage();
    onTestFinished(() => storage.close());
    const kept: KeptReply['reply'] = { chatId: CHAT, threadId: null, effects: [say('kept')], about: null };
    await decideOnce({ bot: 'staff', storage, clock }, 7, async () => kept);
    const queue = await echo(it, { storage });
    await queue.resume();
    // Telegram repeats what the killed process had not confirmed.
    await queue.add({ update_id: 7, person: 1, words: 'decided anew' });
    await queue.drained();
    await queue.resume();
    await queue.drained();
    expect(it.texts()).toEqual(['kept']);
  });

  test('of which a part could not be sent are sent without the rest', async () => {
    const it = await bench();
    const storage = await openTestStorage();
    onTestFinished(() => storage.close());
    let calls = 0;
    const sendMessage: Bench['api']['sendMessage'] = async (message) => {
      calls += 1;
      return calls === 2 ? { kind: 'refused', code: 401, description: 'Unauthorized' } : it.api.sendMessage(message);
    };
    const reply = { chatId: CHAT, threadId: null, effects: [say('one'), say('two')], about: null };
    await decideOnce({ bot: 'staff', storage, clock }, 7, async () => reply);
    await (await echo({ ...it, api: { ...it.api, sendMessage } }, { storage })).resume();
    await expect.poll(() => calls).toBe(2);
    await expect
      .poll(() => storage.transact((tx) => tx.updates.unanswered('staff')))
      .toMatchObject([{ reply: { effects: [say('two')] } }]);
    const next = await echo(it, { storage });
    await next.resume();
    await next.drained();
    expect(it.texts()).toEqual(['one', 'two']);
  });
});

test('a fault is told with a reference, and what comes next is handled', async () => {
  const it = await bench();
  const decide = async ({ words }: Said) => {
    if (words === 'break') throw new Error('broken');
  };
  const queue = await echo(it, { decide });
  await queue.add({ update_id: 1, person: 1, words: 'break' });
  await queue.add({ update_id: 2, person: 1, words: 'fine' });
  expect(it.texts()).toEqual([expect.stringMatching(/^sorry [0-9A-Z]{6}$/), 'fine']);
});
