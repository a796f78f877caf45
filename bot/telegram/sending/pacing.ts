import Bottleneck from 'bottleneck';
import type { Answer } from '../api/answer.ts';

/** Paces all calls of one bot token. A 429 stops all of them for as long as Telegram says. */
export interface Pacing {
  /**
   * A call that makes or changes a message, so that it counts against its chat. Smaller `priority` (0–9) first.
   * Answers after `withinMs` (`expirationMs` of the options unless said otherwise) at the latest.
   */
  inChat<T>(chatId: number, priority: number, call: () => Promise<Answer<T>>, withinMs?: number): Promise<Answer<T>>;
  /** A call that somebody waits for and that makes no message: answering a tap, deleting, chat actions. */
  aside<T>(call: () => Promise<Answer<T>>): Promise<Answer<T>>;
  /** How long a 429 still keeps the token still; 0 when it doesn't. */
  pausedMs(): number;
  figures(): SenderFigures;
  /** What runs is waited for, what waits is given up as not sent, and so is whatever comes later. */
  close(): Promise<void>;
}

/** How busy a token is. */
export interface SenderFigures {
  /** Calls begun in the last minute. */
  lastMinute: number;
  /** Calls that wait for their turn. */
  waiting: number;
  /** How long a 429 still keeps the token still. */
  pausedMs: number;
}

export interface PacingOptions {
  /** Between any two calls: 40 ms are the 25 a second that stay clear of Telegram's limit of about 30. */
  betweenCallsMs: number;
  /** Between two calls in one chat: Telegram's limit is about one a second. */
  betweenInChatMs: number;
  /** Between two calls in one group: Telegram's limit is 20 a minute. */
  betweenInGroupMs: number;
  /** A call whose turn hasn't come by then is given up; one that hasn't ended has an unknown outcome. */
  expirationMs: number;
  /** Learns of each 429. */
  onTooMany?: () => void;
}

const DEFAULTS: PacingOptions = {
  betweenCallsMs: 40,
  betweenInChatMs: 1000,
  betweenInGroupMs: 3000,
  expirationMs: 120_000,
};

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
  readonly #groups: Bottleneck.Group;
  readonly #asides = new Bottleneck();
  /** When the calls of the last minute began. */
  #begun: number[] = [];
  #waiting = 0;
  #pausedUntil = 0;
  #resume: NodeJS.Timeout | undefined;
  #closing: Promise<void> | undefined;

  constructor(options: PacingOptions) {
    this.#options = options;
    this.#turns = new Bottleneck({ minTime: options.betweenCallsMs, maxConcurrent: 1 });
    this.#chats = new Bottleneck.Group({ minTime: options.betweenInChatMs, maxConcurrent: 1 });
    this.#groups = new Bottleneck.Group({ minTime: options.betweenInGroupMs, maxConcurrent: 1 });
  }

  inChat<T>(
    chatId: number,
    priority: number,
    call: () => Promise<Answer<T>>,
    withinMs: number = this.#options.expirationMs,
  ): Promise<Answer<T>> {
    // The ids of groups are negative.
    const chats = chatId < 0 ? this.#groups : this.#chats;
    return this.#run(chats.key(String(chatId)), { priority, expiration: withinMs }, call);
  }

  aside<T>(call: () => Promise<Answer<T>>): Promise<Answer<T>> {
    return this.#run(this.#asides, { priority: 0, expiration: this.#options.expirationMs }, call);
  }

  pausedMs(): number {
    return Math.max(0, this.#pausedUntil - performance.now());
  }

  figures(): SenderFigures {
    return { lastMinute: this.#recent().length, waiting: this.#waiting, pausedMs: this.pausedMs() };
  }

  close(): Promise<void> {
    this.#closing ??= this.#stop();
    return this.#closing;
  }

  async #run<T>(limiter: Bottleneck, options: JobOptions, call: () => Promise<Answer<T>>): Promise<Answer<T>> {
    this.#waiting += 1;
    const attempt = new Attempt(async () => {
      this.#begun = [...this.#recent(), performance.now()];
      return this.#heed(await call());
    });
    const job = async (): Promise<void> => {
      if (attempt.isOver) return;
      await this.#turn(options);
      await attempt.begin();
    };
    // Bottleneck counts from when a job begins; whoever asked has been waiting since before that.
    const timer = setTimeout(() => attempt.giveUp(), options.expiration);
    limiter.schedule(options, job).catch((error: unknown) => {
      if (error instanceof Bottleneck.BottleneckError) attempt.giveUp();
      else attempt.fail(error);
    });
    return attempt.answer.finally(() => {
      clearTimeout(timer);
      this.#waiting -= 1;
    });
  }

  async #turn(options: JobOptions): Promise<void> {
    // A turn that was given out just before a pause is taken again after it.
    do await this.#turns.schedule(options, async () => undefined);
    while (this.#resume);
  }

  #heed<T>(answer: Answer<T>): Answer<T> {
    if (answer.kind === 'too-many') this.#options.onTooMany?.();
    if (answer.kind === 'too-many' && answer.retryAfterMs > this.pausedMs()) this.#pause(answer.retryAfterMs);
    return answer;
  }

  #recent(): number[] {
    const since = performance.now() - 60_000;
    const first = this.#begun.findIndex((at) => at > since);
    return first < 0 ? [] : this.#begun.slice(first);
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
    const chats = [this.#chats, this.#groups].flatMap((group) => group.limiters().map(({ limiter }) => limiter));
    const limiters = [this.#turns, this.#asides, ...chats];
    await Promise.all(limiters.map((limiter) => limiter.stop({ dropWaitingJobs: true })));
  }
}

interface JobOptions {
  priority: number;
  expiration: number;
}

/** A call that is begun at most once, and never after it was given up. */
class Attempt<T> {
  readonly #call: () => Promise<Answer<T>>;
  readonly #answer = Promise.withResolvers<Answer<T>>();
  #begun = false;
  #over = false;

  constructor(call: () => Promise<Answer<T>>) {
    this.#call = call;
  }

  get answer(): Promise<Answer<T>> {
    return this.#answer.promise;
  }

  get isOver(): boolean {
    return this.#over;
  }

  async begin(): Promise<void> {
    if (this.#over) return;
    this.#begun = true;
    const answer = await this.#call();
    this.#end(() => this.#answer.resolve(answer));
  }

  giveUp(): void {
    const unsent = { kind: 'not-sent', detail: 'its turn did not come in time' } as const;
    const unknown = { kind: 'unknown', detail: 'no answer in time' } as const;
    this.#end(() => this.#answer.resolve(this.#begun ? unknown : unsent));
  }

  fail(error: unknown): void {
    this.#end(() => this.#answer.reject(error));
  }

  #end(settle: () => void): void {
    this.#over = true;
    settle();
  }
}
