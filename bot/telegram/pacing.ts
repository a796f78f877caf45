import Bottleneck from 'bottleneck';
import type { Answer } from './api/answer.ts';

/** Paces all calls of one bot token. A 429 stops all of them for as long as Telegram says. */
export interface Pacing {
  /** A call that makes or changes a message, so that it counts against its chat. Smaller `priority` (0–9) first. */
  inChat<T>(chatId: number, priority: number, call: () => Promise<Answer<T>>): Promise<Answer<T>>;
  /** A call that somebody waits for and that makes no message: answering a tap, deleting, chat actions. */
  aside<T>(call: () => Promise<Answer<T>>): Promise<Answer<T>>;
  /** How long a 429 still keeps the token still; 0 when it doesn't. */
  pausedMs(): number;
  /** What runs is waited for, what waits is given up as not sent, and so is whatever comes later. */
  close(): Promise<void>;
}

export interface PacingOptions {
  /** Between any two calls: 40 ms are the 25 a second that stay clear of Telegram's limit of about 30. */
  betweenCallsMs: number;
  /** Between two calls in one chat: Telegram's limit is about one a second. */
  betweenInChatMs: number;
  /** A call whose turn hasn't come by then is given up; one that hasn't ended has an unknown outcome. */
  expirationMs: number;
}

const DEFAULTS: PacingOptions = { betweenCallsMs: 40, betweenInChatMs: 1000, expirationMs: 120_000 };

export function createPacing(options: Partial<PacingOptions> = {}): Pacing {
  return new TokenPacing({ ...DEFAULTS, ...options });
}

/**
 * A call waits for its chat and then, holding the chat, for a turn of the token. Turns are empty jobs,
 * one at a time: with `minTime` alone bottleneck gives every job its time when it comes in, after
 * which neither a priority nor a pause could reach it. A store shared by several processes goes into
 * the options of these limiters.
 */
class TokenPacing implements Pacing {
  readonly #options: PacingOptions;
  readonly #turns: Bottleneck;
  readonly #chats: Bottleneck.Group;
  readonly #asides = new Bottleneck();
  #pausedUntil = 0;
  #resume: NodeJS.Timeout | undefined;
  #closing: Promise<void> | undefined;

  constructor(options: PacingOptions) {
    this.#options = options;
    this.#turns = new Bottleneck({ minTime: options.betweenCallsMs, maxConcurrent: 1 });
    this.#chats = new Bottleneck.Group({ minTime: options.betweenInChatMs, maxConcurrent: 1 });
  }

  inChat<T>(chatId: number, priority: number, call: () => Promise<Answer<T>>): Promise<Answer<T>> {
    return this.#run(this.#chats.key(String(chatId)), priority, call);
  }

  aside<T>(call: () => Promise<Answer<T>>): Promise<Answer<T>> {
    return this.#run(this.#asides, 0, call);
  }

  pausedMs(): number {
    return Math.max(0, this.#pausedUntil - performance.now());
  }

  close(): Promise<void> {
    this.#closing ??= this.#stop();
    return this.#closing;
  }

  async #run<T>(limiter: Bottleneck, priority: number, call: () => Promise<Answer<T>>): Promise<Answer<T>> {
    const attempt = new Attempt(call);
    const job = async (): Promise<Answer<T>> => {
      await this.#turn(priority);
      return this.#heed(await attempt.begin());
    };
    try {
      return await limiter.schedule({ priority, expiration: this.#options.expirationMs }, job);
    } catch (error) {
      if (error instanceof Bottleneck.BottleneckError) return attempt.giveUp();
      throw error;
    }
  }

  async #turn(priority: number): Promise<void> {
    const options = { priority, expiration: this.#options.expirationMs };
    // A turn that was given out just before a pause is taken again after it.
    do await this.#turns.schedule(options, async () => undefined);
    while (this.#resume);
  }

  #heed<T>(answer: Answer<T>): Answer<T> {
    if (answer.kind === 'too-many' && answer.retryAfterMs > this.pausedMs()) this.#pause(answer.retryAfterMs);
    return answer;
  }

  // A reservoir of 0 lets nothing through, whatever waits; null takes it away again.
  #pause(ms: number): void {
    if (this.#closing) return;
    clearTimeout(this.#resume);
    this.#pausedUntil = performance.now() + ms;
    this.#turns.updateSettings({ reservoir: 0 });
    this.#resume = setTimeout(() => {
      this.#resume = undefined;
      this.#turns.updateSettings({ reservoir: null });
    }, ms);
  }

  async #stop(): Promise<void> {
    clearTimeout(this.#resume);
    this.#resume = undefined;
    const limiters = [this.#turns, this.#asides, ...this.#chats.limiters().map(({ limiter }) => limiter)];
    await Promise.all(limiters.map((limiter) => limiter.stop({ dropWaitingJobs: true })));
  }
}

/** A call that is begun at most once, and never after it was given up. */
class Attempt<T> {
  readonly #call: () => Promise<Answer<T>>;
  #state: 'waiting' | 'begun' | 'given-up' = 'waiting';

  constructor(call: () => Promise<Answer<T>>) {
    this.#call = call;
  }

  async begin(): Promise<Answer<T>> {
    if (this.#state === 'given-up') return NO_TURN;
    this.#state = 'begun';
    return this.#call();
  }

  giveUp(): Answer<T> {
    if (this.#state === 'begun') return { kind: 'unknown', detail: 'no answer in time' };
    this.#state = 'given-up';
    return NO_TURN;
  }
}

const NO_TURN = { kind: 'not-sent', detail: 'its turn did not come in time' } as const;
