import type { Update } from 'grammy/types';
import { DAY_MS, type Instant, later } from '../../../engine/time/instant.ts';

export type UpdateType = Exclude<keyof Update, 'update_id'>;

/** How long an update waits to be fetched: what people tap dies with its query, what they write is kept a day. */
export const TAP_LIFETIME_MS = 150_000;
const MESSAGE_LIFETIME_MS = DAY_MS;

/** Bots get these only when they name them in `allowed_updates`. */
const ON_REQUEST = new Set<string>(['chat_member', 'message_reaction', 'message_reaction_count']);

interface Waiting {
  update: Update;
  /** Updates of one chat reach a webhook one after another. */
  chatId: number;
  expiresAt: Instant;
}

/** The updates of one bot that it has not confirmed yet. */
export class UpdateQueue {
  readonly #now: () => Instant;
  readonly #listeners = new Set<() => void>();
  #waiting: Waiting[] = [];
  #nextId: number;
  #allowed: ReadonlySet<string> | undefined;

  constructor(now: () => Instant, firstId: number) {
    this.#now = now;
    this.#nextId = firstId;
  }

  /** As `allowed_updates` puts it: an empty list goes back to the default. */
  allowOnly(types: string[]): void {
    this.#allowed = types.length > 0 ? new Set(types) : undefined;
  }

  get allowed(): string[] | undefined {
    return this.#allowed && [...this.#allowed];
  }

  push<T extends UpdateType>(type: T, chatId: number, content: NonNullable<Update[T]>): void {
    if (this.#allowed ? !this.#allowed.has(type) : ON_REQUEST.has(type)) return;
    const update = { update_id: this.#nextId++, [type]: content } as Update;
    const lifetime = type === 'callback_query' ? TAP_LIFETIME_MS : MESSAGE_LIFETIME_MS;
    this.#waiting.push({ update, chatId, expiresAt: later(this.#now(), lifetime) });
    for (const listener of this.#listeners) listener();
  }

  /**
   * What `getUpdates` answers. A positive offset confirms everything before it; a negative one, −n, keeps only the
   * last n; 0 confirms nothing.
   */
  fetch(offset: number, limit: number): Update[] {
    if (offset > 0) this.#waiting = this.#waiting.filter(({ update }) => update.update_id >= offset);
    if (offset < 0) this.#waiting = this.pending().slice(offset);
    return this.pending()
      .slice(0, limit)
      .map(({ update }) => update);
  }

  /** What waits and has not died of age, oldest first. */
  pending(): Waiting[] {
    const now = this.#now();
    this.#waiting = this.#waiting.filter(({ expiresAt }) => expiresAt > now);
    return this.#waiting;
  }

  confirm(updateId: number): void {
    this.#waiting = this.#waiting.filter(({ update }) => update.update_id !== updateId);
  }

  clear(): void {
    this.#waiting = [];
  }

  /** Calls back at each new update; returns a function that stops it. */
  onPush(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
}
