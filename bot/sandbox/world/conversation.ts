import type { Chat } from '../chat-api.ts';
import type { Draft, SandboxChat, StoredMessage } from './message.ts';

export type ReplyKeyboard = NonNullable<Chat['reply_keyboard']>;

/** What happens in a conversation, for whoever shows it. */
export type Change =
  | { what: 'message' | 'edit'; message: StoredMessage }
  | { what: 'delete'; message: StoredMessage }
  | { what: 'keyboard' }
  | { what: 'action'; action: string };

export interface ConversationOptions {
  /** The chat as the Bot API shows it. */
  chat: SandboxChat;
  /** Private chats of one bot share one sequence of message ids; a group has its own. */
  nextMessageId: () => number;
  /** Epoch seconds. */
  now: () => number;
  onChange: (change: Change) => void;
}

/** A topic of a forum. */
export interface Topic {
  name: string;
  closed: boolean;
}

/** The messages of one chat. */
export class Conversation {
  readonly chat: SandboxChat;
  /** Forum topics by the id of the message that opened them. */
  readonly topics = new Map<number, Topic>();
  /** Who may delete others' messages: ids of bots. */
  readonly admins = new Set<number>();
  readonly #options: ConversationOptions;
  readonly #messages = new Map<number, StoredMessage>();
  readonly #deleted = new Set<number>();
  #replyKeyboard: ReplyKeyboard | null = null;

  constructor(options: ConversationOptions) {
    this.chat = options.chat;
    this.#options = options;
  }

  get replyKeyboard(): ReplyKeyboard | null {
    return this.#replyKeyboard;
  }

  /** Live messages in order. */
  messages(): StoredMessage[] {
    return [...this.#messages.values()];
  }

  message(id: number): StoredMessage | undefined {
    return this.#messages.get(id);
  }

  wasDeleted(id: number): boolean {
    return this.#deleted.has(id);
  }

  add(draft: Draft): StoredMessage {
    const message = { ...draft, message_id: this.#options.nextMessageId(), date: this.#options.now() };
    this.#messages.set(message.message_id, message);
    this.#options.onChange({ what: 'message', message });
    return message;
  }

  /** Replaces a live message with its changed form. */
  replace(message: StoredMessage): StoredMessage {
    const edited = { ...message, edit_date: this.#options.now() };
    this.#messages.set(message.message_id, edited);
    this.#options.onChange({ what: 'edit', message: edited });
    return edited;
  }

  delete(message: StoredMessage): void {
    this.#messages.delete(message.message_id);
    this.#deleted.add(message.message_id);
    this.#options.onChange({ what: 'delete', message });
  }

  showReplyKeyboard(keyboard: ReplyKeyboard | null): void {
    if (keyboard === null && this.#replyKeyboard === null) return;
    this.#replyKeyboard = keyboard;
    this.#options.onChange({ what: 'keyboard' });
  }

  act(action: string): void {
    this.#options.onChange({ what: 'action', action });
  }
}
