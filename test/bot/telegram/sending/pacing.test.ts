import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Answer } from '../../../../bot/telegram/api/answer.ts';
import { createPacing, type Pacing } from '../../../../bot/telegram/sending/pacing.ts';

const DONE: Answer<string> = { kind: 'done', value: 'ok' };

let pacing: Pacing;
let began: number;
/** What was called, and how many milliseconds after the start. */
let calls: { name: string; at: number }[];

beforeEach(() => {
  vi.useFakeTimers();
  pacing = createPacing();
  began = performance.now();
  calls = [];
});

afterEach(async () => {
  const closed = pacing.close();
  await vi.advanceTimersByTimeAsync(1000);
  await closed;
  vi.useRealTimers();
});

function call(name: string, answer: Answer<string> = DONE): () => Promise<Answer<string>> {
  return async () => {
    calls.push({ name, at: performance.now() - began });
    return answer;
  };
}

function gaps(): number[] {
  return calls.slice(1).map(({ at }, index) => at - (calls[index]?.at ?? 0));
}

const names = (): string[] => calls.map(({ name }) => name);
const stuck = () => new Promise<Answer<string>>(() => {});

describe('pacing', () => {
  test('the first message to an idle chat goes at once', async () => {
    void pacing.inChat(1, 0, call('first'));
    await vi.advanceTimersByTimeAsync(30);
    expect(names()).toEqual(['first']);
  });

  test('messages in one chat keep a second between them', async () => {
    for (const name of ['a', 'b', 'c']) void pacing.inChat(1, 0, call(name));
    await vi.advanceTimersByTimeAsync(5000);
    expect(names()).toEqual(['a', 'b', 'c']);
    for (const gap of gaps()) expect(gap).toBeGreaterThanOrEqual(990);
    expect(calls[2]?.at).toBeLessThan(2200);
  });

  test('no second has more than 26 calls, however many chats there are', async () => {
    for (let chat = 0; chat < 100; chat += 1) void pacing.inChat(chat, 3, call(`${chat}`));
    await vi.advanceTimersByTimeAsync(10_000);
    expect(calls).toHaveLength(100);
    for (const { at } of calls) {
      expect(calls.filter((other) => other.at >= at && other.at < at + 1000).length).toBeLessThanOrEqual(26);
    }
  });

  test('answering a tap does not wait for the second of a chat', async () => {
    void pacing.inChat(1, 0, call('message'));
    void pacing.inChat(1, 0, call('next message'));
    await vi.advanceTimersByTimeAsync(100);
    void pacing.aside(call('answer'));
    await vi.advanceTimersByTimeAsync(100);
    expect(names()).toEqual(['message', 'answer']);
  });

  test('a direct answer overtakes a broadcast that waits for its turns', async () => {
    for (let chat = 0; chat < 200; chat += 1) void pacing.inChat(chat, 4, call('broadcast'));
    await vi.advanceTimersByTimeAsync(1000);
    void pacing.inChat(1000, 0, call('direct'));
    const before = calls.length;
    await vi.advanceTimersByTimeAsync(150);
    expect(names().indexOf('direct')).toBeLessThanOrEqual(before + 1);
    expect(names()).toContain('direct');
  });

  test('a 429 holds back every call of the token for as long as it says', async () => {
    const limited = pacing.inChat(1, 0, call('limited', { kind: 'too-many', retryAfterMs: 7000 }));
    for (let chat = 2; chat < 30; chat += 1) void pacing.inChat(chat, 4, call('waiting'));
    await vi.advanceTimersByTimeAsync(100);
    expect(await limited).toEqual({ kind: 'too-many', retryAfterMs: 7000 });
    void pacing.aside(call('answer'));
    expect(pacing.pausedMs()).toBeGreaterThan(6800);
    await vi.advanceTimersByTimeAsync(6800);
    expect(names()).toEqual(['limited']);
    await vi.advanceTimersByTimeAsync(3000);
    expect(pacing.pausedMs()).toBe(0);
    expect(calls).toHaveLength(30);
    expect(names()[1]).toBe('answer');
  });

  test('of two 429 the longer counts', async () => {
    const answering = (afterMs: number, retryAfterMs: number) => async (): Promise<Answer<string>> => {
      await new Promise((resolve) => {
        setTimeout(resolve, afterMs);
      });
      return { kind: 'too-many', retryAfterMs };
    };
    void pacing.inChat(1, 0, answering(500, 9000));
    void pacing.inChat(2, 0, answering(1000, 2000));
    await vi.advanceTimersByTimeAsync(2000);
    expect(pacing.pausedMs()).toBeGreaterThan(7000);
  });

  test('a call that never ends frees its chat in time, with its outcome unknown', async () => {
    const hanging = pacing.inChat(1, 0, stuck);
    await vi.advanceTimersByTimeAsync(10_000);
    const next = pacing.inChat(1, 0, call('next'));
    await vi.advanceTimersByTimeAsync(112_000);
    expect(await hanging).toMatchObject({ kind: 'unknown' });
    expect(await next).toEqual(DONE);
  });

  test('a call whose turn does not come in time is never made', async () => {
    void pacing.aside(call('limited', { kind: 'too-many', retryAfterMs: 300_000 }));
    await vi.advanceTimersByTimeAsync(100);
    const late = pacing.inChat(1, 0, call('late'));
    await vi.advanceTimersByTimeAsync(121_000);
    expect(await late).toMatchObject({ kind: 'not-sent' });
    await vi.advanceTimersByTimeAsync(300_000);
    expect(names()).toEqual(['limited']);
  });

  test('whoever asked is answered in time, also while the chat is held by somebody else', async () => {
    void pacing.inChat(1, 0, stuck);
    const impatient = pacing.inChat(1, 1, call('impatient'), 40_000);
    await vi.advanceTimersByTimeAsync(40_100);
    expect(await impatient).toMatchObject({ kind: 'not-sent' });
    await vi.advanceTimersByTimeAsync(100_000);
    expect(calls).toEqual([]);
  });

  test('a 429 that comes too late for whoever asked still pauses the token', async () => {
    const answer = Promise.withResolvers<Answer<string>>();
    const impatient = pacing.inChat(1, 0, () => answer.promise, 5000);
    await vi.advanceTimersByTimeAsync(6000);
    expect(await impatient).toMatchObject({ kind: 'unknown' });
    answer.resolve({ kind: 'too-many', retryAfterMs: 9000 });
    await vi.advanceTimersByTimeAsync(10);
    expect(pacing.pausedMs()).toBeGreaterThan(8900);
  });

  test('a fault in a call reaches its caller, and the chat goes on', async () => {
    const ours = new TypeError('ours');
    const faulty = pacing.inChat(1, 0, () => Promise.reject(ours)).catch((error: unknown) => error);
    const next = pacing.inChat(1, 0, call('next'));
    await vi.advanceTimersByTimeAsync(2000);
    expect(await Promise.all([faulty, next])).toEqual([ours, DONE]);
  });

  test('closing waits for what runs and gives up what waits', async () => {
    const answer = Promise.withResolvers<Answer<string>>();
    const running = pacing.inChat(1, 0, () => answer.promise);
    const waiting = pacing.inChat(1, 0, call('waiting'));
    await vi.advanceTimersByTimeAsync(100);
    const closed = pacing.close();
    await vi.advanceTimersByTimeAsync(100);
    expect(await waiting).toMatchObject({ kind: 'not-sent' });
    answer.resolve(DONE);
    await vi.advanceTimersByTimeAsync(100);
    expect(await running).toEqual(DONE);
    await closed;
    const after = [pacing.inChat(2, 0, call('after')), pacing.aside(call('after'))];
    await vi.advanceTimersByTimeAsync(2000);
    expect(await Promise.all(after)).toMatchObject([{ kind: 'not-sent' }, { kind: 'not-sent' }]);
    expect(calls).toEqual([]);
  });
});
