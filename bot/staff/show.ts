import type { Dialog } from '../../engine/ports/stores/account-stores.ts';
import type { Effect, View } from '../telegram/effects.ts';
import { answerTap, showInPlace } from '../telegram/show-in-place.ts';
import type { StaffTurn } from './turn.ts';

type Answered = Pick<StaffTurn, 'event' | 'place'>;

/**
 * Shows a view where the member looks: in place of the message whose button was tapped, otherwise as a new message,
 * in a group as an answer. `words` come up on the screen of whoever tapped, for a moment.
 */
export function show({ event, place }: Answered, view: View, words?: string): Effect[] {
  if (event.kind === 'tap') return showInPlace(event, view, words);
  return place.kind === 'group' ? [{ kind: 'send', view, replyTo: event.messageId }] : [{ kind: 'send', view }];
}

/** Leaves the chat as it is and only answers the tap. */
export function toast({ event }: Answered, words?: string): Effect[] {
  return event.kind === 'tap' ? [answerTap(event, words)] : [];
}

/**
 * Shows what comes after a step that was answered by typing: in the step's own message, so that its buttons go, or
 * below when nobody knows which that was.
 */
export function showInStep(turn: StaffTurn, view: View): Effect[] {
  const messageId = shownIn(turn.dialog);
  return messageId === null ? show(turn, view) : [{ kind: 'edit', messageId, view }];
}

/** Takes the buttons off the message that showed a step. */
export function stripStep(turn: StaffTurn): Effect[] {
  const messageId = shownIn(turn.dialog);
  return messageId === null ? [] : [{ kind: 'strip', messageId }];
}

/** The message that shows the step; null when the member got there without a button. */
export function shownIn(dialog: Dialog | undefined): number | null {
  const messageId = dialog?.data['shownIn'];
  return typeof messageId === 'number' ? messageId : null;
}

/** Deletes what the member just typed. A bot can't do that in a group where it isn't an administrator. */
export function deleteTyped({ event }: Answered): Effect[] {
  return event.kind === 'tap' ? [] : [{ kind: 'delete', messageId: event.messageId }];
}
