import type { Effect, View } from '../telegram/effects.ts';
import { answerTap, showInPlace } from '../telegram/show-in-place.ts';
import { shownIn } from './dialog.ts';
import type { Turn } from './turn.ts';

/** Shows a view where the person looks. `words` come up on the screen of whoever tapped, for a moment. */
export function show({ event }: Turn, view: View, words?: string): Effect[] {
  return showInPlace(event.kind === 'tap' ? event : undefined, view, words);
}

/** Leaves the chat as it is and only answers the tap. */
export function toast({ event }: Turn, words?: string): Effect[] {
  return event.kind === 'tap' ? [answerTap(event, words)] : [];
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
