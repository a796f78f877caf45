import type { Bot } from 'grammy';
import type { Update } from 'grammy/types';
import { UPDATE_KINDS } from './read-update.ts';
import type { UpdateQueue } from '../../telegram/update/update-queue.ts';

/**
 * Feeds the queue by grammY's built-in polling. grammY hands over one update at a time and waits; ours are handled
 * side by side, one after another for each person. Asking for more confirms what came before, so that waits until it
 * is noted with its answer.
 */
export class Poller {
  readonly #bot: Bot;
  #polling: Promise<void> | undefined;

  constructor(bot: Bot, queue: Pick<UpdateQueue<Update>, 'add' | 'noted'>) {
    this.#bot = bot;
    bot.use(({ update }) => void queue.add(update));
    bot.api.config.use(async (call, method, payload, signal) => {
      if (method === 'getUpdates') await queue.noted();
      return call(method, payload, signal);
    });
  }

  /** Resolves once it polls, rejects when that can't be; what ends polling later goes to `onFatal`. */
  start(onFatal: (error: unknown) => void): Promise<void> {
    return new Promise((resolve, reject) => {
      const options = { allowed_updates: UPDATE_KINDS, onStart: () => resolve() };
      this.#polling = this.#bot.start(options).catch((error: unknown) => {
        reject(error);
        onFatal(error);
      });
    });
  }

  async stop(): Promise<void> {
    if (this.#bot.isRunning()) await this.#bot.stop();
    await this.#polling;
  }
}
