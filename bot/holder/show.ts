import type { Effect, View } from '../telegram/effects.ts';
import { shownIn } from './dialog.ts';
import type { Turn } from './turn.ts';

/**
 * Shows a view where the person looks: in place of the message whose button was tapped, otherwise as a new
 * message. `words` come up on the screen of whoever tapped, for a moment.
 */
export function show(turn: Turn, view: View, words?: string): Effect[] {
  const { event } = turn;
  if (event.kind !== 'tap') return [{ kind: 'send', view }];
  const answer = answerTo(event.callbackId, words);
  if (event.messageId === null) return [answer, { kind: 'send', view }];
  if (view.reply) return [answer, { kind: 'strip', messageId: event.messageId }, { kind: 'send', view }];
  return [answer, { kind: 'edit', messageId: event.messageId, view }];
}

/** Leaves the chat as it is and only answers the tap. */
export function toast(turn: Turn, words?: string): Effect[] {
  return turn.event.kind === 'tap' ? [answerTo(turn.event.callbackId, words)] : [];
}

/** Deletes what the person just typed. */
export function deleteTyped(turn: Turn): Effect[] {
  const { event } = turn;
  return 'messageId' in event && event.kind !== 'tap' && event.messageId !== null
    ? [{ kind: 'delete', messageId: event.messageId }]
    : [];
}

/** Takes the buttons off the message that showed a step which was answered by typing. */
export function stripStep(turn: Turn): Effect[] {
  const messageId = shownIn(turn.dialog);
  return messageId === null ? [] : [{ kind: 'strip', messageId }];
}

/** A view with a sentence above it. Both are HTML. */
export function withNote(view: View, note: string): View {
  return { ...view, html: `${note}\n\n${view.html}` };
}

function answerTo(callbackId: string, words: string | undefined): Effect {
  return words === undefined ? { kind: 'answer', callbackId } : { kind: 'answer', callbackId, text: words };
}
