import type { Chat, ChatMessage, Outgoing, Person, SandboxEvent } from './chat-api.ts';
import { chatScreen, messageText } from './chat-screen.ts';

export interface WaitOptions {
  /** What is waited for, for the message when it doesn't come. */
  what?: string;
  /** Real time. */
  timeoutMs?: number;
}

export interface CallbackAnswer {
  text?: string;
  show_alert: boolean;
  url?: string;
}

export type ContactOptions = Omit<Extract<Outgoing, { kind: 'contact' }>, 'kind'>;

export interface DocumentToSend {
  file_name: string;
  mime_type: string;
  bytes: Uint8Array;
  caption?: string;
}

/** How a PersonClient reaches the sandbox: in the same process or over HTTP. */
export interface PersonTransport {
  chat(): Chat;
  /** Resolves with the id of the message once it is in the chat. */
  send(outgoing: Outgoing): Promise<number>;
  /** Resolves with the id of the callback query. */
  tap(messageId: number, data: string): Promise<string>;
  block(blocked: boolean): Promise<void>;
  download(fileId: string): Promise<Uint8Array>;
  /** Calls back at each event of this chat. */
  onEvent(listener: (event: SandboxEvent) => void): void;
  close(): void;
}

/** What was expected in a chat did not come; the message shows the chat as the person sees it. */
export class NotSeen extends Error {
  override readonly name = 'NotSeen';
}

const PATIENCE_MS = 5000;

/**
 * A person who chats with a bot, for tests and the demo. All waiting is driven by events of the sandbox; when what was
 * waited for does not come, the error shows the chat.
 */
export class PersonClient {
  readonly person: Person;
  readonly #transport: PersonTransport;
  readonly #waiting = new Set<() => void>();
  readonly #answers = new Map<string, CallbackAnswer>();
  /** Counts what happened to each message, so that an answer can be told from what was there before. */
  readonly #changedAt = new Map<number, number>();
  #changes = 0;
  #lastActionAt = 0;
  #lastCallbackId: string | undefined;

  constructor(person: Person, transport: PersonTransport) {
    this.person = person;
    this.#transport = transport;
    transport.onEvent((event) => this.#hear(event));
  }

  /** The chat as it is now. */
  chat(): Chat {
    return this.#transport.chat();
  }

  /** The chat as plain text. */
  screen(): string {
    return chatScreen(this.chat());
  }

  /** The newest message that the bot wrote. Throws NotSeen when there is none. */
  lastMessage(): ChatMessage {
    const message = this.chat().messages.findLast(({ from }) => from === 'bot');
    if (!message) throw this.#notSeen('a message of the bot');
    return message;
  }

  /** Sends a text; in a group, in the topic `thread_id` if given. */
  sendText(text: string, options: { thread_id?: number } = {}): Promise<number> {
    return this.#send({ kind: 'text', text, ...options });
  }

  /** Opens the bot through `t.me/<bot>?start=<payload>`. Throws RangeError for a payload that Telegram refuses. */
  openDeepLink(payload: string): Promise<number> {
    if (!/^[\w-]{1,64}$/.test(payload))
      throw new RangeError(`a start payload is 1–64 of A–Z a–z 0–9 _ -, not ${payload}`);
    return this.sendText(`/start ${payload}`);
  }

  replyTo(messageId: number, text: string): Promise<number> {
    return this.#send({ kind: 'text', text, reply_to: messageId });
  }

  /** Shares a contact: by default the person's own, as the button of a reply keyboard does. */
  shareContact(options: ContactOptions = {}): Promise<number> {
    return this.#send({ kind: 'contact', ...options });
  }

  sendSticker(emoji = '👍'): Promise<number> {
    return this.#send({ kind: 'sticker', emoji });
  }

  sendDocument({ bytes, ...rest }: DocumentToSend): Promise<number> {
    return this.#send({ kind: 'document', ...rest, base64: Buffer.from(bytes).toString('base64') });
  }

  /** Presses a button of the reply keyboard: shares the contact if it asks for that, else sends its label. */
  async press(label: string | RegExp): Promise<number> {
    const buttons = this.chat().reply_keyboard?.rows.flat() ?? [];
    const button = buttons.find(({ text }) => isLabel(label, text));
    if (!button) throw this.#notSeen(`a reply keyboard with the button ${String(label)}`);
    return button.request_contact ? this.shareContact() : this.sendText(button.text);
  }

  /**
   * Taps an inline button: by label, the one of the newest message that has it; or any data on any message, as a forged
   * client could. Resolves with the id of the callback query; `callbackAnswer()` waits for the answer.
   */
  async tap(target: string | RegExp | { messageId: number; data: string }): Promise<string> {
    const { messageId, data } = this.#findButton(target);
    this.#lastActionAt = this.#changes;
    this.#lastCallbackId = await this.#transport.tap(messageId, data);
    return this.#lastCallbackId;
  }

  block(): Promise<void> {
    return this.#transport.block(true);
  }

  unblock(): Promise<void> {
    return this.#transport.block(false);
  }

  /** The bytes of a document in the chat. */
  async download(message: ChatMessage): Promise<Uint8Array> {
    const file = message.document ?? message.photo;
    if (!file) throw this.#notSeen(`a file in message #${message.message_id}`);
    return this.#transport.download(file.file_id);
  }

  /** Waits until `look` finds something in the chat, and resolves with it. */
  waitFor<T>(look: (chat: Chat) => T | undefined | false | null, options: WaitOptions = {}): Promise<T> {
    const { what = 'something', timeoutMs = PATIENCE_MS } = options;
    return new Promise((resolve, reject) => {
      const check = (): void => {
        const found = look(this.chat());
        if (found === undefined || found === false || found === null) return;
        finish();
        resolve(found);
      };
      const finish = (): void => {
        clearTimeout(timer);
        this.#waiting.delete(check);
      };
      const timer = setTimeout(() => {
        finish();
        reject(this.#notSeen(what));
      }, timeoutMs);
      this.#waiting.add(check);
      check();
    });
  }

  /**
   * Waits for a message of the bot that says this, sent or edited since the person last did something; with
   * `before: true`, also one that was there already.
   */
  waitForText(pattern: string | RegExp, options: WaitOptions & { before?: boolean } = {}): Promise<ChatMessage> {
    const since = options.before ? -1 : this.#lastActionAt;
    const isAnswer = (message: ChatMessage): boolean =>
      message.from === 'bot' &&
      (this.#changedAt.get(message.message_id) ?? 0) > since &&
      fits(pattern, messageText(message));
    return this.waitFor((chat) => chat.messages.findLast(isAnswer), { what: `“${String(pattern)}”`, ...options });
  }

  /** Waits for a document that the bot sent since the person last did something. */
  waitForDocument(options: WaitOptions = {}): Promise<ChatMessage> {
    const since = this.#lastActionAt;
    return this.waitFor(
      (chat) =>
        chat.messages.findLast(
          ({ message_id, from, document }) =>
            from === 'bot' && document && (this.#changedAt.get(message_id) ?? 0) > since,
        ),
      { what: 'a document', ...options },
    );
  }

  /** Waits for the bot's answer to a tap: the last one, unless a callback id is given. */
  callbackAnswer(callbackId = this.#lastCallbackId, options: WaitOptions = {}): Promise<CallbackAnswer> {
    return this.waitFor(() => (callbackId === undefined ? undefined : this.#answers.get(callbackId)), {
      what: 'an answer to the tap',
      ...options,
    });
  }

  /** Calls back at each event of this chat. */
  onEvent(listener: (event: SandboxEvent) => void): void {
    this.#transport.onEvent(listener);
  }

  close(): void {
    this.#transport.close();
  }

  #send(outgoing: Outgoing): Promise<number> {
    this.#lastActionAt = this.#changes;
    return this.#transport.send(outgoing);
  }

  #findButton(target: string | RegExp | { messageId: number; data: string }): { messageId: number; data: string } {
    if (typeof target === 'object' && 'messageId' in target) return target;
    for (const message of this.chat().messages.toReversed()) {
      const buttons = message.inline_keyboard?.flat() ?? [];
      const button = buttons.find(({ text, callback_data }) => callback_data !== undefined && isLabel(target, text));
      if (button?.callback_data !== undefined) return { messageId: message.message_id, data: button.callback_data };
    }
    throw this.#notSeen(`a button ${String(target)}`);
  }

  #hear(event: SandboxEvent): void {
    if (event.type === 'message' || event.type === 'edit') {
      this.#changes += 1;
      this.#changedAt.set(event.message.message_id, this.#changes);
    }
    if (event.type === 'callback_answer') this.#answers.set(event.callback_id, event);
    for (const check of this.#waiting) check();
  }

  #notSeen(what: string): NotSeen {
    return new NotSeen(`${this.person.first_name} does not see ${what}. The chat:\n${this.screen()}`);
  }
}

// A label given as a string is the whole label: "同意" must not tap "不同意".
function isLabel(pattern: string | RegExp, label: string): boolean {
  return typeof pattern === 'string' ? pattern === label : fits(pattern, label);
}

function fits(pattern: string | RegExp, text: string): boolean {
  return typeof pattern === 'string' ? text.includes(pattern) : new RegExp(pattern).test(text);
}
