import type { UserFromGetMe } from 'grammy/types';
import type { BotView } from '../chat-api.ts';
import type { Conversation } from './conversation.ts';
import type { StoredFile } from './file-store.ts';
import type { UpdateQueue } from './update-queue.ts';

export interface BotOptions {
  token: string;
  /** The number before the token's colon when left out. */
  id?: number;
  username: string;
  name: string;
  /** Off, as for a new bot, it sees of a group only commands, mentions and answers to it. */
  readsAllGroupMessages?: boolean;
}

export interface BotCommand {
  command: string;
  description: string;
}

export interface Webhook {
  url: string;
  secretToken?: string;
  maxConnections: number;
  lastError?: { date: number; message: string };
}

/** A tap that waits for `answerCallbackQuery`. */
export interface Tap {
  conversation: Conversation;
  expiresAt: number;
}

/** Texts of a bot by language code; '' is for everyone else. */
export type ByLanguage<T> = Map<string, T>;

/** One bot: who it is, what it has set, who it talks to. */
export class BotAccount {
  readonly id: number;
  readonly token: string;
  readonly username: string;
  readonly readsAllGroupMessages: boolean;
  readonly updates: UpdateQueue;
  readonly conversations = new Map<number, Conversation>();
  readonly blockedBy = new Set<number>();
  readonly taps = new Map<string, Tap>();
  /** Files that it asked for with getFile, by their path. */
  readonly downloads = new Map<string, StoredFile>();
  readonly names: ByLanguage<string> = new Map();
  readonly descriptions: ByLanguage<string> = new Map();
  readonly shortDescriptions: ByLanguage<string> = new Map();
  /** By scope (as canonical JSON), then language. */
  readonly commands = new Map<string, ByLanguage<BotCommand[]>>();
  readonly menuButtons = new Map<number | 'default', object>();
  /** Called when the webhook is set, changed or taken away. */
  onWebhook: () => void = () => {};
  /** Ends the long poll now open, if any, with the reason. */
  endPoll: ((conflict: string) => void) | undefined;
  #webhook: Webhook | undefined;
  #lastMessageId = 0;

  constructor(options: BotOptions, updates: UpdateQueue) {
    const id = options.id ?? Number(options.token.split(':')[0]);
    if (!Number.isSafeInteger(id) || id <= 0) throw new RangeError('a bot token begins with the id of the bot: 123:…');
    this.id = id;
    this.token = options.token;
    this.username = options.username;
    this.readsAllGroupMessages = options.readsAllGroupMessages ?? false;
    this.updates = updates;
    this.names.set('', options.name);
  }

  nextMessageId(): number {
    this.#lastMessageId += 1;
    return this.#lastMessageId;
  }

  get webhook(): Webhook | undefined {
    return this.#webhook;
  }

  setWebhook(webhook: Webhook | undefined): void {
    this.#webhook = webhook;
    this.onWebhook();
  }

  get user() {
    const first_name = this.names.get('') ?? this.username;
    return { id: this.id, is_bot: true as const, first_name, username: this.username };
  }

  getMe(): UserFromGetMe {
    return {
      ...this.user,
      can_join_groups: true,
      can_read_all_group_messages: this.readsAllGroupMessages,
      can_manage_bots: false,
      supports_inline_queries: false,
      can_connect_to_business: false,
      has_main_web_app: false,
      has_topics_enabled: false,
      allows_users_to_create_topics: false,
      supports_guest_queries: false,
      supports_join_request_queries: false,
    };
  }

  view(): BotView {
    const everyone = this.commands.get(DEFAULT_SCOPE) ?? new Map<string, BotCommand[]>();
    const commands = this.commands.get(PRIVATE_SCOPE) ?? everyone;
    return {
      id: this.id,
      username: this.username,
      name: this.user.first_name,
      short_description: Object.fromEntries(this.shortDescriptions),
      description: Object.fromEntries(this.descriptions),
      commands: Object.fromEntries(commands),
      chat_commands: Object.fromEntries(this.#chatCommands()),
    };
  }

  *#chatCommands(): Iterable<[string, BotCommand[]]> {
    for (const [scope, byLanguage] of this.commands) {
      const { type, chat_id }: { type: string; chat_id?: string } = JSON.parse(scope);
      const commands = byLanguage.get('');
      if (type === 'chat' && chat_id !== undefined && commands) yield [chat_id, commands];
    }
  }
}

export const DEFAULT_SCOPE = '{"type":"default"}';
const PRIVATE_SCOPE = '{"type":"all_private_chats"}';
