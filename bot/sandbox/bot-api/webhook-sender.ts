import type { Update } from 'grammy/types';
import { findMethod } from './method-table.ts';
import { isRecord, Parameters } from './parameters.ts';
import type { BotAccount, Webhook } from '../world/bot-account.ts';
import type { World } from '../world/world.ts';

const FIRST_RETRY_MS = 100;
const LAST_RETRY_MS = 10_000;
const PATIENCE_MS = 60_000;

/**
 * Takes a bot's updates to its webhook. Those of one chat go one after another, and each again and again, with
 * growing pauses, until the answer is 2xx or the update has died of age.
 */
export class WebhookSender {
  readonly #world: World;
  readonly #bot: BotAccount;
  readonly #closing = new AbortController();
  /** Chats whose first update is on its way, or waits to be sent again. */
  readonly #busy = new Set<number>();
  readonly #timers = new Set<NodeJS.Timeout>();

  constructor(world: World, bot: BotAccount) {
    this.#world = world;
    this.#bot = bot;
    bot.updates.onPush(() => this.#pump());
    bot.onWebhook = () => this.#pump();
  }

  close(): void {
    this.#closing.abort();
    for (const timer of this.#timers) clearTimeout(timer);
  }

  #pump(): void {
    const { webhook, updates } = this.#bot;
    if (!webhook || this.#closing.signal.aborted) return;
    for (const { update, chatId } of updates.pending()) {
      if (this.#busy.size >= webhook.maxConnections) return;
      if (this.#busy.has(chatId)) continue;
      this.#busy.add(chatId);
      void this.#deliver(webhook, update, chatId, FIRST_RETRY_MS);
    }
  }

  async #deliver(webhook: Webhook, update: Update, chatId: number, retryMs: number): Promise<void> {
    const problem = await this.#post(webhook, update);
    if (this.#closing.signal.aborted) return;
    if (problem === undefined) {
      this.#bot.updates.confirm(update.update_id);
      return this.#release(chatId);
    }
    webhook.lastError = { date: this.#world.seconds(), message: problem };
    const timer = setTimeout(() => {
      this.#timers.delete(timer);
      const current = this.#bot.webhook === webhook && this.#waits(update);
      if (current) void this.#deliver(webhook, update, chatId, Math.min(retryMs * 2, LAST_RETRY_MS));
      else this.#release(chatId);
    }, retryMs);
    this.#timers.add(timer);
  }

  #release(chatId: number): void {
    this.#busy.delete(chatId);
    this.#pump();
  }

  #waits({ update_id }: Update): boolean {
    return this.#bot.updates.pending().some(({ update }) => update.update_id === update_id);
  }

  /** Undefined when it was taken, else why not. */
  async #post({ url, secretToken }: Webhook, update: Update): Promise<string | undefined> {
    const signal = AbortSignal.any([this.#closing.signal, AbortSignal.timeout(PATIENCE_MS)]);
    const secret: Record<string, string> = secretToken ? { 'x-telegram-bot-api-secret-token': secretToken } : {};
    const headers = { 'content-type': 'application/json', ...secret };
    try {
      const body = JSON.stringify(update);
      const response = await fetch(url, { method: 'POST', headers, body, redirect: 'manual', signal });
      const answer = await response.text();
      if (!response.ok) return `Wrong response from the webhook: ${response.status} ${response.statusText}`;
      await this.#carryOut(answer);
      return undefined;
    } catch (error) {
      const timedOut = error instanceof Error && error.name === 'TimeoutError';
      return timedOut ? 'Read timeout expired' : 'Connection failed';
    }
  }

  /** A webhook may answer with a method to call; nobody learns how that went. */
  async #carryOut(answer: string): Promise<void> {
    const values = parse(answer);
    const found = findMethod(String(values['method']));
    if (!found) return;
    const call = { world: this.#world, bot: this.#bot, signal: this.#closing.signal };
    try {
      await found.method({ ...call, parameters: new Parameters(values) });
    } catch {
      // As with Telegram, a refusal goes nowhere.
    }
  }
}

function parse(answer: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(answer);
    return isRecord(value) ? value : {};
  } catch {
    return {};
  }
}
