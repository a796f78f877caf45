import type { Fault, Person, SandboxEvent, TranscriptEntry } from '../chat-api.ts';
import type { MovableClock } from '../movable-clock.ts';
import { BotAccount, type BotOptions } from './bot-account.ts';
import { type Change, Conversation } from './conversation.ts';
import { Faults } from './faults.ts';
import { FileStore } from './file-store.ts';
import type { Group, GroupOptions } from './group.ts';
import { Listeners } from './listeners.ts';
import { type SandboxChat, toChatMessage } from './message.ts';
import { PersonError } from '../person/person-error.ts';
import { UpdateQueue } from './update-queue.ts';

/** Everything there is in the sandbox: bots, people, what they said, and who listens to it. */
export class World {
  readonly clock: MovableClock;
  readonly bots: BotAccount[] = [];
  readonly people = new Map<number, Person>();
  readonly groups = new Map<number, Group>();
  readonly files = new FileStore();
  readonly faults = new Faults();
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

  addGroup({ id, title, members, admins = [], isForum, ...options }: GroupOptions): Group {
    if (id >= 0) throw new RangeError(`the id of a group is negative, not ${id}`);
    const bots = options.bots.map((username) => this.#requireBot(username));
    let lastMessageId = 0;
    const chat = { id, type: 'supergroup' as const, title, ...(isForum && { is_forum: true as const }) };
    const conversation = this.#converse(chat, bots, () => (lastMessageId += 1));
    for (const username of admins) conversation.admins.add(this.#requireBot(username).id);
    const group = { conversation, bots: new Set(bots), members: new Set(members) };
    this.groups.set(id, group);
    return group;
  }

  /** Lets a fault wait for its call. Throws PersonError 404 for an unknown bot. */
  addFault(fault: Fault): void {
    if (!this.bot(fault.bot)) throw new PersonError(404, `there is no bot @${fault.bot}`);
    this.faults.add(fault);
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
  privateChat(bot: BotAccount, { id, first_name, last_name }: Person): Conversation {
    const known = bot.conversations.get(id);
    if (known) return known;
    const chat = { id, type: 'private' as const, first_name, ...(last_name !== undefined && { last_name }) };
    const conversation = this.#converse(chat, [bot], () => bot.nextMessageId());
    bot.conversations.set(id, conversation);
    return conversation;
  }

  /** Adds to the transcript. */
  record(entry: Omit<TranscriptEntry, 'at'>): void {
    const dated = { at: this.clock.now(), ...entry };
    this.transcript.push(dated);
    this.transcriptEntries.tell(dated);
  }

  advance(ms: number): void {
    this.events.tell({ type: 'clock', now: this.clock.advance(ms) });
  }

  #requireBot(username: string): BotAccount {
    const bot = this.bot(username);
    if (!bot) throw new RangeError(`there is no bot @${username}`);
    return bot;
  }

  #converse(chat: SandboxChat, bots: BotAccount[], nextMessageId: () => number): Conversation {
    const conversation: Conversation = new Conversation({
      chat,
      nextMessageId,
      now: () => this.seconds(),
      onChange: (change) => {
        for (const [index, bot] of bots.entries()) this.#tell(bot, conversation, change, index === 0);
      },
    });
    return conversation;
  }

  /** Every bot of a group has its own view of what happens; the transcript needs it once. */
  #tell(bot: BotAccount, conversation: Conversation, change: Change, recorded: boolean): void {
    const place = { bot: bot.username, person: conversation.chat.id };
    switch (change.what) {
      case 'message':
      case 'edit': {
        const message = toChatMessage(change.message, bot.id, conversation.chat.type !== 'private');
        if (recorded) this.record({ ...place, what: change.what, message });
        return this.events.tell({ type: change.what, ...place, message });
      }
      case 'delete': {
        const message = toChatMessage(change.message, bot.id, conversation.chat.type !== 'private');
        const { message_id } = message;
        if (recorded) this.record({ ...place, what: 'delete', message_id, message });
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
