import { beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import { WebhookFeed } from '../../../bot/telegram/update/webhook-feed.ts';

const ADDRESS = { url: 'https://verify.example.org/telegram/staff', secret: 'S3cret-_' };
const UPDATE = { update_id: 7 };
const SECOND_MS = 1000;

beforeEach(() => {
  vi.useFakeTimers();
  onTestFinished(() => void vi.useRealTimers());
});

interface Options {
  deleteWebhook?: () => Promise<true>;
}

/** A feed whose queue notes an update when told to, and whose Telegram does what it is told. */
function feed({ deleteWebhook = async () => true }: Options = {}) {
  const calls = { note: 0, retry: 0, delete: 0, warn: 0 };
  /** Ends the noting of each update. */
  const ends: (() => void)[] = [];
  const queue = {
    note: async () => {
      calls.note += 1;
      await new Promise<void>((end) => void ends.push(end));
      return { sent: Promise.resolve() };
    },
    retry: () => void (calls.retry += 1),
  };
  const api = {
    setWebhook: async () => true as const,
    deleteWebhook: () => {
      calls.delete += 1;
      return deleteWebhook();
    },
  };
  const logger = { warn: () => void (calls.warn += 1) };
  const webhook = new WebhookFeed({ api, address: ADDRESS, kinds: ['message'], queue, logger });
  return { webhook, calls, ends };
}

async function started(options: Options = {}) {
  const given = feed(options);
  await given.webhook.start();
  onTestFinished(() => given.webhook.stop());
  return given;
}

describe('an update', () => {
  test('is confirmed once it is noted, and not before', async () => {
    const { webhook, ends } = await started();
    const confirmed = vi.fn<(taken: string) => void>();
    const taken = webhook.take(UPDATE).then(confirmed);
    await vi.advanceTimersByTimeAsync(5 * SECOND_MS);
    expect(confirmed).not.toHaveBeenCalled();
    ends[0]?.();
    await taken;
    expect(confirmed).toHaveBeenCalledWith('noted');
  });

  test('that takes long gives its place to others, and is the same when it is brought again', async () => {
    const { webhook, calls, ends } = await started();
    const first = webhook.take(UPDATE);
    await vi.advanceTimersByTimeAsync(10 * SECOND_MS);
    expect(await first).toBe('not-yet');
    const again = [webhook.take(UPDATE), webhook.take(UPDATE)];
    ends[0]?.();
    expect(await Promise.all(again)).toEqual(['noted', 'noted']);
    expect(calls.note).toBe(1);
  });

  test('that was noted long ago is asked of the database, which knows it', async () => {
    const { webhook, calls, ends } = await started();
    for (const n of [0, 1]) {
      const taken = webhook.take(UPDATE);
      ends[n]?.();
      expect(await taken).toBe('noted');
    }
    expect(calls.note).toBe(2);
  });

  test('is not taken before the bot runs, nor after', async () => {
    const { webhook, calls } = feed();
    expect(await webhook.take(UPDATE)).toBe('not-yet');
    await webhook.start();
    await webhook.stop();
    expect(await webhook.take(UPDATE)).toBe('not-yet');
    expect(calls.note).toBe(0);
  });
});

test('answers that did not go out are tried again though nothing comes, until the bot stops', async () => {
  const { webhook, calls } = await started();
  await vi.advanceTimersByTimeAsync(60 * SECOND_MS);
  expect(calls.retry).toBe(2);
  await webhook.stop();
  await vi.advanceTimersByTimeAsync(60 * SECOND_MS);
  expect(calls.retry).toBe(2);
});

describe('stopping', () => {
  test('takes the webhook away, once', async () => {
    const { webhook, calls } = await started();
    await webhook.stop();
    await webhook.stop();
    expect(calls.delete).toBe(1);
  });

  test('leaves a webhook alone that it didn’t set', async () => {
    const { webhook, calls } = feed();
    await webhook.stop();
    expect(calls.delete).toBe(0);
  });

  test('goes on, and says so, when Telegram refuses', async () => {
    const { webhook, calls } = await started({ deleteWebhook: () => Promise.reject(new Error('out of order')) });
    await webhook.stop();
    expect(calls.warn).toBe(1);
  });

  test('waits for no Telegram that says nothing', async () => {
    const { webhook } = await started({ deleteWebhook: () => new Promise(() => {}) });
    const stopped = vi.fn<() => void>();
    void webhook.stop().then(stopped);
    await vi.advanceTimersByTimeAsync(5 * SECOND_MS);
    expect(stopped).toHaveBeenCalled();
  });
});
