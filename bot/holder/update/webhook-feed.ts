import type { Api } from 'grammy';
import { UPDATE_KINDS } from './read-update.ts';

/** Where Telegram brings the updates of a bot, and what it says to be known by. */
export interface WebhookAddress {
  url: string;
  /** `[A-Za-z0-9_-]`, at most 256 characters. */
  secret: string;
}

/** Has Telegram bring the updates, to whoever hands them to the bot's `take`. */
export class WebhookFeed {
  readonly #api: Api;
  readonly #address: WebhookAddress;

  constructor(api: Api, address: WebhookAddress) {
    this.#api = api;
    this.#address = address;
  }

  /** Resolves once Telegram has agreed; the server has to listen by then. */
  async start(): Promise<void> {
    const { secret, url } = this.#address;
    await this.#api.setWebhook(url, { secret_token: secret, allowed_updates: UPDATE_KINDS });
  }

  /** What comes from now on waits at Telegram for whoever asks next. */
  async stop(): Promise<void> {
    await this.#api.deleteWebhook();
  }
}
