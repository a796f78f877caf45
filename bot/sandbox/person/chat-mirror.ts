import type { Chat, ChatMessage, SandboxEvent } from '../chat-api.ts';

/** A copy of one chat, kept up to date by its events. */
export class ChatMirror {
  #chat: Chat;
  readonly #seen = new Set<number>();
  readonly #awaited = new Map<number, () => void>();

  constructor(chat: Chat) {
    this.#chat = chat;
    for (const { message_id } of chat.messages) this.#seen.add(message_id);
  }

  chat(): Chat {
    return this.#chat;
  }

  block(blocked: boolean): void {
    this.#chat = { ...this.#chat, blocked };
  }

  /** Resolves once the message has been in the chat, also when it is gone again. */
  seen(messageId: number): Promise<void> {
    if (this.#seen.has(messageId)) return Promise.resolve();
    return new Promise((resolve) => {
      this.#awaited.set(messageId, resolve);
    });
  }

  /** Takes in an event. One that the copy knows of already changes nothing. */
  apply(event: SandboxEvent): void {
    if (event.type === 'message' || event.type === 'edit') this.#put(event.message);
    if (event.type === 'delete') this.#remove(event.message_id);
    if (event.type === 'keyboard') this.#chat = { ...this.#chat, reply_keyboard: event.reply_keyboard };
  }

  #put(message: ChatMessage): void {
    const others = this.#chat.messages.filter(({ message_id }) => message_id !== message.message_id);
    const messages = [...others, message].sort((a, b) => a.message_id - b.message_id);
    this.#chat = { ...this.#chat, messages };
    this.#seen.add(message.message_id);
    this.#awaited.get(message.message_id)?.();
    this.#awaited.delete(message.message_id);
  }

  #remove(messageId: number): void {
    const messages = this.#chat.messages.filter(({ message_id }) => message_id !== messageId);
    this.#chat = { ...this.#chat, messages };
  }
}
