import { beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import { WebhookFeed } from '../../../bot/telegram/update/webhook-feed.ts';

const ADDRESS = { url: 'https://verify.example.org/telegram/staff', secret: 'S3cret-_' };
const UPDATE = { update_id: 7 };
const SECOND_MS = 1000;

beforeEach(() => {
  vi.useFakeTimers();
  onTestFinished(() => void vi.useRealTimers());
});

/** A feed whose queue notes an update when told to, and whose Telegram does what it is told. */
function feed({ deleteWebhook = async () => true as const } = {}) {
  const noting: { id: number; end: () => void }[] = [];
  const queue = {
    note: vi.fn(async ({ update_id: id }: { update_id: number }) => {
      await new Promise<void>((end) => void noting.push({ id, end }));
      return { sent: Promise.resolve() };
    }),
    retry: vi.fn(() => {}),
  };
  const api = { setWebhook: vi.fn(async () => true as const), deleteWebhook: vi.fn(deleteWebhook) };
  const logger = { warn: vi.fn(() => {}) };
  const webhook = new WebhookFeed({ api, address: ADDRESS, kinds: ['message'], queue, logger });
  return { webhook, queue, api, logger, noting };
}

async function started(options: Parameters<typeof feed>[0] = {}) {
  const given = feed(options);
  await given.webhook.start();
  onTestFinished(() => given.webhook.stop());
  return given;
}

describe('an update', () => {
  test('is confirmed once it is noted, and not before', async () => {
    const { webhook, noting } = await started();
    const confirmed = vi.fn();
    const taken = webhook.take(UPDATE).then(confirmed);
    await vi.advanceTimersByTimeAsync(5 * SECOND_MS);
    expect(confirmed).not.toHaveBeenCalled();
    noting[0]?.end();
    await taken;
    expect(confirmed).toHaveBeenCalledWith('noted');
  });

  test('that takes long gives its place to others, and is the same when it is brought again', async () => {
    const { webhook, queue, noting } = await started();
    const first = webhook.take(UPDATE);
    await vi.advanceTimersByTimeAsync(10 * SECOND_MS);
    expect(await first).toBe('not-yet');
    const again = [webhook.take(UPDATE), webhook.take(UPDATE)];
    noting[0]?.end();
    expect(await Promise.all(again)).toEqual(['noted', 'noted']);
    expect(queue.note).toHaveBeenCalledTimes(1);
  });

  test('that was noted long ago is asked of the database, which knows it', async () => {
    const { webhook, queue, noting } = await started();
    for (const n of [0, 1]) {
      const taken = webhook.take(UPDATE);
      noting[n]?.end();
      expect(await taken).toBe('noted');
    }
    expect(queue.note).toHaveBeenCalledTimes(2);
  });

  test('is not taken before the bot runs, nor after', async () => {
    const { webhook, queue } = feed();
    expect(await webhook.take(UPDATE)).toBe('not-yet');
    await webhook.start();
    await webhook.stop();
    expect(await webhook.take(UPDATE)).toBe('not-yet');
    expect(queue.note).not.toHaveBeenCalled();
  });
});

test('answers that did not go out are tried again though nothing comes, until the bot stops', async () => {
  const { webhook, queue } = await started();
  await vi.advanceTimersByTimeAsync(60 * SECOND_MS);
  expect(queue.retry).toHaveBeenCalledTimes(2);
  await webhook.stop();
  await vi.advanceTimersByTimeAsync(60 * SECOND_MS);
  expect(queue.retry).toHaveBeenCalledTimes(2);
});

describe('stopping', () => {
  test('takes the webhook away, once', async () => {
    const { webhook, api } = await started();
    await webhook.stop();
    await webhook.stop();
    expect(api.deleteWebhook.mock.calls).toEqual([[]]);
  });

  test('leaves a webhook alone that it didn’t set', async () => {
    const { webhook, api } = feed();
    await webhook.stop();
    expect(api.deleteWebhook).not.toHaveBeenCalled();
  });

  test('goes on, and says so, when Telegram refuses', async () => {
    const { webhook, logger } = await started({ deleteWebhook: () => Promise.reject(new Error('out of order')) });
    await webhook.stop();
    expect(logger.warn).toHaveBeenCalledTimes(1);
  });

  test('waits for no Telegram that says nothing', async () => {
    const { webhook } = await started({ deleteWebhook: () => new Promise(() => {}) });
    const stopped = vi.fn();
    void webhook.stop().then(stopped);
    await vi.advanceTimersByTimeAsync(5 * SECOND_MS);
    expect(stopped).toHaveBeenCalled();
  });
});
