import { instant } from '../../../engine/time/instant.ts';
import type { Chat, Person, SandboxEvent, TranscriptEntry } from '../chat-api.ts';
import type { MovableClock } from '../movable-clock.ts';
import { BotAccount, type BotOptions } from './bot-account.ts';
import { type Change, Conversation } from './conversation.ts';
import { Faults } from './faults.ts';
import { FileStore } from './file-store.ts';
import type { Group } from './group.ts';
import { Listeners } from './listeners.ts';
import { toChatMessage } from './message.ts';
import { UpdateQueue } from './update-queue.ts';

/** Everything there is in the sandbox: bots, people, what they said, and who listens to it. */
export class World {
  readonly clock: MovableClock;
  readonly bots: BotAccount[] = [];
  readonly people = new Map<number, Person>();
  readonly groups = new Map<number, Group>();
  readonly faults = new Faults();
  readonly files = new FileStore();
  readonly events = new Listeners<SandboxEvent>();
  readonly transcript: TranscriptEntry[] = [];
  readonly transcriptEntries = new Listeners<TranscriptEntry>();
  #lastCallbackId = 4_611_686_018_427_387;

  constructor(clock: MovableClock) {
    this.clock = clock;
  }

  addBot(options: BotOptions): BotAccount {
    // Real update ids begin anywhere; a different start per bot shows up code that mixes them.
    const firstUpdateId = 100_000_001 + this.bots.length * 100_000_000;
    const bot = new BotAccount(options, new UpdateQueue(() => this.clock.now(), firstUpdateId));
    if (this.bots.some(({ id, username }) => id === bot.id || username === bot.username)) {
      throw new RangeError(`two bots with the id ${bot.id} or the username ${bot.username}`);
    }
    this.bots.push(bot);
    return bot;
  }

  bot(username: string): BotAccount | undefined {
    return this.bots.find((bot) => bot.username === username);
  }

  /** Epoch seconds. */
  seconds(): number {
    return Math.floor(this.clock.now() / 1000);
  }

  nextCallbackId(): string {
    this.#lastCallbackId += 1;
    return String(this.#lastCallbackId);
  }

  /** The private chat of a person with a bot; made at the first call. */
  privateChat(bot: BotAccount, person: Person): Conversation {
    const known = bot.conversations.get(person.id);
    if (known) return known;
    const { id, first_name, last_name } = person;
    const conversation = new Conversation({
      chat: { id, type: 'private', first_name, ...(last_name !== undefined && { last_name }) },
      nextMessageId: () => bot.nextMessageId(),
      now: () => this.seconds(),
      onChange: (change) => this.#tell(bot, conversation, change),
    });
    bot.conversations.set(person.id, conversation);
    return conversation;
  }

  /** The private chat as the person sees it. */
  chatView(bot: BotAccount, person: Person): Chat {
    const conversation = bot.conversations.get(person.id);
    return {
      bot: bot.username,
      person: person.id,
      blocked: bot.blockedBy.has(person.id),
      messages: (conversation?.messages() ?? []).map((message) => toChatMessage(message, bot.id)),
      reply_keyboard: conversation?.replyKeyboard ?? null,
    };
  }

  /** Adds to the transcript. */
  record(entry: Omit<TranscriptEntry, 'at'>): void {
    const dated = { at: this.clock.now(), ...entry };
    this.transcript.push(dated);
    this.transcriptEntries.tell(dated);
  }

  advance(ms: number): void {
    const now = this.clock.advance(ms);
    this.events.tell({ type: 'clock', now: instant(now) });
  }

  #tell(bot: BotAccount, conversation: Conversation, change: Change): void {
    const place = { bot: bot.username, person: conversation.chat.id };
    switch (change.what) {
      case 'message':
      case 'edit': {
        const message = toChatMessage(change.message, bot.id);
        this.record({ ...place, what: change.what, message });
        return this.events.tell({ type: change.what, ...place, message });
      }
      case 'delete': {
        const { message_id } = change.message;
        this.record({ ...place, what: 'delete', message_id, message: toChatMessage(change.message, bot.id) });
        return this.events.tell({ type: 'delete', ...place, message_id });
      }
      case 'keyboard':
        return this.events.tell({ type: 'keyboard', ...place, reply_keyboard: conversation.replyKeyboard });
      case 'action':
        return this.events.tell({ type: 'action', ...place, action: change.action });
      default:
        return change satisfies never;
    }
  }
}
