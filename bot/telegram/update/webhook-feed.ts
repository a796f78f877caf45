import type { Logger } from 'pino';
import { overWithin } from './over-within.ts';
import type { UpdateQueue } from './update-queue.ts';

/** Where Telegram brings the updates of a bot, and what it says to be known by. */
export interface WebhookAddress {
  url: string;
  /** `[A-Za-z0-9_-]`, at most 256 characters. */
  secret: string;
}

/** An update that a webhook brought is kept, or not yet, and Telegram has to bring it again. */
export type Taken = 'noted' | 'not-yet';

export interface WebhookDeps<Update extends { update_id: number }, Kind extends string> {
  /** Of grammY or telegraf. */
  api: WebhookApi<Kind>;
  address: WebhookAddress;
  /** The updates that the bot reads. */
  kinds: readonly Kind[];
  queue: Pick<UpdateQueue<Update>, 'note' | 'retry'>;
  logger: Pick<Logger, 'warn'>;
}

interface WebhookApi<Kind extends string> {
  setWebhook(url: string, extra: { secret_token: string; allowed_updates: readonly Kind[] }): Promise<true>;
  deleteWebhook(): Promise<true>;
}

/** Answers that didn't go out wait for news or this long, as when polling asks for more. */
const RETRY_MS = 30_000;
/**
 * Telegram brings 40 updates at a time and gives each up after a minute. Some take long to note, such as a large file
 * that is fetched and judged first; they must not hold up everybody else.
 */
const PATIENCE_MS = 10_000;
/** When Telegram is out of reach, it isn't waited for. */
const STOP_WITHIN_MS = 5000;

/** Feeds the queue by what Telegram brings, of which the server tells. */
export class WebhookFeed<Update extends { update_id: number }, Kind extends string> {
  readonly #deps: WebhookDeps<Update, Kind>;
  /** By its id, an update that is being noted: brought again meanwhile it is the same. */
  readonly #taking = new Map<number, Promise<unknown>>();
  #running = false;
  #retrying: NodeJS.Timeout | undefined;

  constructor(deps: WebhookDeps<Update, Kind>) {
    this.#deps = deps;
  }

  /** Resolves once Telegram has agreed; the server has to listen by then. Rejects with the library's error. */
  async start(): Promise<void> {
    const { address, api, kinds, queue } = this.#deps;
    this.#running = true;
    await api.setWebhook(address.url, { secret_token: address.secret, allowed_updates: kinds });
    this.#retrying = setInterval(() => queue.retry(), RETRY_MS);
  }

  /**
   * Resolves once the update is noted with its reply, which a kill then doesn't lose, or its person was told that it
   * can't be handled. A webhook outlives a process that was killed: the next one is brought updates before it knows
   * its bot's name and what is still to be sent.
   */
  async take(update: Update): Promise<Taken> {
    if (!this.#running) return 'not-yet';
    const noted = await overWithin(PATIENCE_MS, this.#noteOnce(update));
    this.#deps.queue.retry();
    return noted ? 'noted' : 'not-yet';
  }

  /** What comes from now on waits at Telegram for whoever asks next, and so does what it can't be told. */
  async stop(): Promise<void> {
    if (!this.#running) return;
    this.#running = false;
    clearInterval(this.#retrying);
    const { api, logger } = this.#deps;
    const deleted = api.deleteWebhook().catch((err: unknown) => {
      logger.warn({ err }, 'the webhook could not be taken away');
    });
    await overWithin(STOP_WITHIN_MS, deleted);
  }

  #noteOnce(update: Update): Promise<unknown> {
    const { update_id: id } = update;
    const noting = this.#taking.get(id) ?? this.#deps.queue.note(update).finally(() => this.#taking.delete(id));
    this.#taking.set(id, noting);
    return noting;
  }
}
