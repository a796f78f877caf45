import type { Telegraf } from 'telegraf';
import type { CallApi } from '../../telegram/api/telegraf-api.ts';
import { overWithin } from '../../telegram/update/over-within.ts';
import type { UpdateQueue } from '../../telegram/update/update-queue.ts';
import { type StaffUpdate, UPDATE_KINDS } from './read-update.ts';

/** Telegram answers within the 50 s that telegraf asks it to wait; a line that died says nothing for ever. */
const SILENT_MS = 70_000;
/** The last call of polling confirms what came; when Telegram is out of reach, that is not waited for. */
const STOP_WITHIN_MS = 5_000;

/** Polling went on without an end, and yet it ended. */
class PollingEnded extends Error {
  readonly code = 'polling-ended';
}

/**
 * Feeds the queue by telegraf's polling. Telegraf hands over a whole batch at once and waits for none of it here; it
 * confirms the batch by asking for more, so that waits until all of it is noted.
 */
export class StaffPoller {
  readonly #bot: Telegraf;
  readonly #queue: Pick<UpdateQueue<StaffUpdate>, 'note' | 'noted'>;
  #polling: Promise<void> | undefined;
  #stopping = false;
  #onPolling = (): void => undefined;

  constructor(bot: Telegraf, queue: Pick<UpdateQueue<StaffUpdate>, 'note' | 'noted'>) {
    this.#bot = bot;
    this.#queue = queue;
    bot.use(({ update }) => void queue.note(update));
    const call: CallApi = bot.telegram.callApi.bind(bot.telegram) as CallApi;
    const poll: CallApi = (method, payload, options) =>
      method === 'getUpdates' ? this.#poll(call, payload, options) : call(method, payload, options);
    Object.assign(bot.telegram, { callApi: poll });
  }

  /** Resolves once it polls, rejects when that can't be; what ends polling later goes to `onFatal`. */
  start(onFatal: (error: unknown) => void): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#onPolling = resolve;
      this.#polling = this.#launch().catch((error: unknown) => {
        reject(error);
        onFatal(error);
      });
    });
  }

  async stop(): Promise<void> {
    if (!this.#polling || this.#stopping) return;
    this.#stopping = true;
    this.#bot.stop();
    await overWithin(STOP_WITHIN_MS, this.#polling);
  }

  async #launch(): Promise<void> {
    await this.#bot.launch({ allowedUpdates: [...UPDATE_KINDS] });
    if (!this.#stopping) throw new PollingEnded('polling ended');
  }

  async #poll(call: CallApi, payload: object, options: { signal?: AbortSignal } = {}): Promise<unknown> {
    await this.#queue.noted();
    this.#onPolling();
    const silence = new AbortController();
    const timer = setTimeout(() => silence.abort(), SILENT_MS);
    // Telegraf's signal is a shim's, which AbortSignal.any doesn't take.
    options.signal?.addEventListener('abort', () => silence.abort());
    try {
      return await call('getUpdates', payload, { signal: silence.signal });
    } catch (error) {
      // What telegraf takes for a failure of the network it tries again; an abort would end polling.
      if (silence.signal.aborted && options.signal?.aborted === false) throw networkError();
      throw error;
    } finally {
      clearTimeout(timer);
    }
  }
}

function networkError(): Error {
  const error = new Error('no answer in time');
  error.name = 'FetchError';
  return error;
}
