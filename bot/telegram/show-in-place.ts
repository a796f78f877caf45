import type { Effect, View } from './effects.ts';

/** A tap on a button, as far as answering it goes. */
export interface Tapped {
  /** Of the message with the button; null when Telegram doesn't tell any more. */
  messageId: number | null;
  callbackId: string;
}

/**
 * Shows a view where the person looks: in place of the message whose button was tapped, otherwise as a new
 * message. `words` come up on the screen of whoever tapped, for a moment.
 */
export function showInPlace(tapped: Tapped | undefined, view: View, words?: string): Effect[] {
  if (!tapped) return [{ kind: 'send', view }];
  const answer = answerTap(tapped, words);
  const { messageId } = tapped;
  if (messageId === null) return [answer, { kind: 'send', view }];
  if (view.reply) return [answer, { kind: 'strip', messageId }, { kind: 'send', view }];
  return [answer, { kind: 'edit', messageId, view }];
}

export function answerTap({ callbackId }: Tapped, words: string | undefined): Effect {
  return words === undefined ? { kind: 'answer', callbackId } : { kind: 'answer', callbackId, text: words };
}
