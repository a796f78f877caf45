import type { OutboxItem } from '../outbox/outbox-item.ts';

/** What became of one attempt to send. */
export type Delivery =
  | {
      kind: 'sent';
      messageId: number;
      /** The messenger's handle of an uploaded copy, to send it by next time. */
      fileId?: string;
    }
  /** The messenger will never take it: the person blocks the bot, the chat is gone, or the request is wrong. */
  | { kind: 'refused'; reason: 'blocked' | 'gone' | 'bad-request'; detail: string }
  /** Nothing was sent, and there is nothing left to say. */
  | { kind: 'dropped'; detail: string }
  /** Not tried yet: what is to be sent is still being made. */
  | { kind: 'not-ready'; afterMs: number }
  /** Certainly not sent (429, 5xx before it was taken, not reached); `afterMs` when the messenger said when. */
  | { kind: 'again'; afterMs?: number; detail: string }
  /** The answer never came, so it may have been sent. */
  | { kind: 'unknown'; detail: string };

/**
 * Words an item in its account's language and hands it to the messenger, paced. Waits for no longer than a
 * sending lease lasts; a longer pause is answered with `again`. `detail` holds no personal data.
 *
 * `claim` is to be called when nothing but the sending is left to wait for; without its consent nothing may be sent.
 */
export interface Courier {
  deliver(item: OutboxItem, claim: () => Promise<boolean>): Promise<Delivery>;
}
