import type { Logger } from 'pino';
import { randomCharacters } from '../../../engine/crockford.ts';
import type { Random } from '../../../engine/ports/random.ts';
import { sendEffects } from '../sending/send-effects.ts';
import { Serial } from '../sending/serial.ts';
import { overWithin } from './over-within.ts';
import { keptReplies, type KeptReply, type Reply, type ReplyDeps, sendReply } from './reply.ts';

/** What makes the two bots' queues differ. `Update` is that of their library. */
export interface UpdateHandler<Update> {
  /** Whose updates are handled one after another. */
  personOf: (update: Update) => number;
  /** Decides what to say, and notes that with the update in one transaction; undefined when that is done already. */
  decide: (update: Update) => Promise<KeptReply | undefined>;
  /** Tells the person that the update could not be handled; undefined when there is nobody to tell. */
  apology: (update: Update, reference: string) => Promise<Reply | undefined>;
}

export interface QueueDeps extends ReplyDeps {
  random: Random;
  logger: Pick<Logger, 'error' | 'warn'>;
  /** Called after each update: there may be copies to make and messages to send. */
  onHandled?: () => void;
}

/** An update that takes long must not hold up everybody else for longer than this. */
const PATIENCE_MS = 15_000;
/** Whoever has more than this undecided is flooding the bot, and nobody waits for that. */
const MOST_UNDECIDED = 3;
/** A reply that didn't go out is tried again as often as this, each time more updates are asked for. */
const TRIES = 3;

/**
 * Handles updates side by side: those of one person are decided one after another, and replies go out one after
 * another in each chat, in the order in which they were decided.
 */
export class UpdateQueue<Update extends { update_id: number }> {
  readonly #deps: QueueDeps;
  readonly #handler: UpdateHandler<Update>;
  readonly #deciding = new Serial<number>();
  readonly #sending = new Serial<number>();
  /** Updates whose replies this process is about to send: one that comes again meanwhile isn't answered twice. */
  readonly #inHand = new Set<number>();
  #unsent: (KeptReply & { tries: number })[] = [];

  constructor(deps: QueueDeps, handler: UpdateHandler<Update>) {
    this.#deps = deps;
    this.#handler = handler;
  }

  /** Takes up the replies that were not sent when the last process ended. Before any update is added. */
  async resume(): Promise<void> {
    for (const reply of await keptReplies(this.#deps)) void this.#send({ ...reply, tries: 0 });
  }

  /** Resolves once the update is handled and answered; never rejects. */
  async add(update: Update): Promise<void> {
    await (
      await this.note(update)
    ).sent;
  }

  /** Resolves once the update is noted with its reply, which a kill then doesn't lose; never rejects. */
  note(update: Update): Promise<{ sent: Promise<void> }> {
    return this.#deciding.run(this.#handler.personOf(update), async () => {
      const sent = this.#replyTo(update, await this.#decide(update));
      // In a box, for a promise that is returned would be waited for.
      return { sent: sent.then(() => this.#deps.onHandled?.()) };
    });
  }

  /** Resolves once what was added so far is noted, or after a patience: what Telegram may forget. */
  async noted(): Promise<void> {
    await overWithin(PATIENCE_MS, this.#deciding.idle(MOST_UNDECIDED));
    this.retry();
  }

  /** Sends again what could not be sent: whenever there is news of Telegram. */
  retry(): void {
    const waiting = this.#unsent;
    this.#unsent = [];
    for (const reply of waiting) void this.#send(reply);
  }

  /** Resolves once what was added so far is answered. */
  async drained(): Promise<void> {
    await this.#deciding.idle();
    await this.#sending.idle();
  }

  async #decide(update: Update): Promise<KeptReply | { fault: unknown } | undefined> {
    try {
      return await this.#handler.decide(update);
    } catch (fault) {
      return { fault };
    }
  }

  async #replyTo(update: Update, decided: KeptReply | { fault: unknown } | undefined): Promise<void> {
    if (!decided) return;
    if ('fault' in decided) return this.#apologise(update, decided.fault);
    if (this.#inHand.has(decided.updateId)) return;
    await this.#send({ ...decided, tries: 0 });
  }

  #send({ tries, ...reply }: KeptReply & { tries: number }): Promise<void> {
    this.#inHand.add(reply.updateId);
    return this.#sending.run(reply.reply.chatId, async () => {
      const left = await this.#attempt(reply);
      if (left && tries + 1 < TRIES) return void this.#unsent.push({ ...left, tries: tries + 1 });
      this.#inHand.delete(reply.updateId);
      if (left) this.#deps.logger.warn({ updateId: left.updateId }, 'an answer could not be sent');
    });
  }

  async #attempt(reply: KeptReply): Promise<KeptReply | undefined> {
    try {
      return await sendReply(this.#deps, reply);
    } catch (err) {
      this.#deps.logger.error({ err, updateId: reply.updateId }, 'an answer could not be settled');
      return undefined;
    }
  }

  /** Tells the person, with a reference by which the log's line can be found. */
  async #apologise(update: Update, err: unknown): Promise<void> {
    const reference = randomCharacters(this.#deps.random, 6);
    const { logger } = this.#deps;
    logger.error({ err, reference, updateId: update.update_id }, 'an update could not be handled');
    try {
      const apology = await this.#handler.apology(update, reference);
      if (apology) await this.#sending.run(apology.chatId, () => sendEffects(this.#deps, apology, apology.effects));
    } catch (fault) {
      logger.error({ err: fault, reference }, 'the person could not be told');
    }
  }
}
