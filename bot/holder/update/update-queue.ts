import { setTimeout as sleep } from 'node:timers/promises';
import type { Update } from 'grammy/types';
import type { Logger } from 'pino';
import { randomCharacters } from '../../../engine/crockford.ts';
import { languageOf, text } from '../../telegram/locale.ts';
import { sendEffects } from '../../telegram/send-effects.ts';
import { Serial } from '../../telegram/serial.ts';
import type { Effect } from '../../telegram/effects.ts';
import { hotline } from '../views/words.ts';
import { handleUpdate, sendAnswer, type Unsent, type UpdateDeps } from './handle-update.ts';

export interface QueueDeps extends Omit<UpdateDeps, 'username'> {
  username: () => string;
  logger: Pick<Logger, 'error' | 'warn'>;
  onHandled?: () => void;
}

/** Answers that go out slowly must not hold up everybody else for longer than this. */
const PATIENCE_MS = 15_000;
/**
 * Whoever has more than this unanswered is flooding the bot, whose answers go out at one a second: they are answered
 * in turn, and nobody waits for that.
 */
const MOST_UNANSWERED = 3;
/** An answer that didn't go out is tried again as often as this, each time more updates are asked for. */
const TRIES = 3;

/** Handles updates side by side, those of one person one after another. */
export class UpdateQueue {
  readonly #deps: QueueDeps;
  readonly #people = new Serial<number>();
  #unsent: (Unsent & { tries: number })[] = [];

  constructor(deps: QueueDeps) {
    this.#deps = deps;
  }

  /** Resolves once the update is handled and answered; never rejects. */
  add(update: Update): Promise<void> {
    return this.#people.run(personOf(update), () => this.#handle(update));
  }

  /**
   * Resolves once what was added so far is answered, but for people who flood the bot, or after a patience. What is
   * unanswered then is lost should the process be killed now.
   */
  async drained(): Promise<void> {
    const patience = new AbortController();
    const waited = sleep(PATIENCE_MS, undefined, { signal: patience.signal }).catch(() => undefined);
    await Promise.race([this.#people.idle(MOST_UNANSWERED), waited]);
    patience.abort();
    await this.#sendUnsent();
  }

  async #handle(update: Update): Promise<void> {
    const deps = { ...this.#deps, username: this.#deps.username() };
    try {
      const unsent = await handleUpdate(deps, update);
      if (unsent) this.#unsent.push({ ...unsent, tries: 0 });
    } catch (error) {
      await this.#apologise(deps, update, error);
    }
    this.#deps.onHandled?.();
  }

  async #sendUnsent(): Promise<void> {
    const waiting = this.#unsent;
    this.#unsent = [];
    for (const { tries, ...answer } of waiting) {
      const left = await sendAnswer({ ...this.#deps, username: this.#deps.username() }, answer);
      if (left && tries + 1 < TRIES) this.#unsent.push({ ...left, tries: tries + 1 });
      else if (left) this.#deps.logger.warn({ updateId: left.update.updateId }, 'an answer could not be sent');
    }
  }

  /** Tells the person, with a reference by which the log's line can be found. */
  async #apologise(deps: UpdateDeps, update: Update, error: unknown): Promise<void> {
    const reference = randomCharacters(deps.random, 6);
    this.#deps.logger.error({ err: error, reference, updateId: update.update_id }, 'an update could not be handled');
    const from = update.callback_query?.from ?? update.message?.from;
    if (!from || (update.message && update.message.chat.type !== 'private')) return;
    const language = languageOf(from.language_code);
    const html = text(language, 'problem', { reference, hotline: hotline(language, deps.policy).hotline });
    const effects: Effect[] = [{ kind: 'send', view: { html } }];
    if (update.callback_query) effects.unshift({ kind: 'answer', callbackId: update.callback_query.id });
    await sendEffects(deps, from.id, effects).catch((fault: unknown) => {
      this.#deps.logger.error({ err: fault, reference }, 'the person could not be told');
    });
  }
}

function personOf(update: Update): number {
  const { message, edited_message, callback_query, my_chat_member } = update;
  return (message ?? edited_message ?? callback_query ?? my_chat_member)?.from?.id ?? 0;
}
