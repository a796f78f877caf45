import type { Dialog } from '../../engine/ports/stores/account-stores.ts';
import { HOUR_MS, later } from '../../engine/time/instant.ts';
import type { Effect, View } from '../telegram/effects.ts';
import { show, shownIn } from './show.ts';
import type { StaffTurn } from './turn.ts';

/** A dialog's state: a step and what was gathered so far, as plain data. */
export interface DialogState {
  step: string;
  [key: string]: unknown;
}

export type DialogTurn = StaffTurn & { readonly dialog: Dialog };

/** The dialog changed under a turn, though turns of one member come one after another. */
class DialogConflict extends Error {
  readonly code = 'dialog-conflict';

  constructor() {
    super('the dialog was changed by somebody else meanwhile');
    this.name = 'DialogConflict';
  }
}

/**
 * Puts the member at a step of a flow, whatever they were in the middle of. The turn returned knows the dialog by its
 * new version. When a tap led there, the state's `shownIn` is the message that was tapped.
 */
export async function enterStep(turn: StaffTurn, flow: string, state: DialogState): Promise<DialogTurn> {
  const { tx, member, event, dialog, deps } = turn;
  const expected = await tx.staff.dialogs.version(member.id);
  const shown = event.kind === 'tap' ? event.messageId : shownIn(dialog);
  const next = {
    flow,
    step: state.step,
    data: { shownIn: shown, ...state },
    expiresAt: later(turn.now, deps.policy.dialog.hours * HOUR_MS),
  };
  if (!(await tx.staff.dialogs.put(member.id, expected, next))) throw new DialogConflict();
  return { ...turn, dialog: { ...next, version: expected + 1 } };
}

/** Ends what the member is in the middle of, if anything. */
export async function leaveDialog(turn: StaffTurn): Promise<StaffTurn> {
  const { tx, member, dialog } = turn;
  if (dialog && !(await tx.staff.dialogs.clear(member.id, dialog.version))) throw new DialogConflict();
  return { ...turn, dialog: undefined };
}

/**
 * Asks for something typed, such as a reason: the prompt takes the place of the message that was tapped, and what the
 * member says next comes to the flow. `view` makes the prompt's buttons for the dialog's version.
 */
export async function askReason(
  turn: StaffTurn,
  { flow, state, view }: { flow: string; state: DialogState; view: (version: number) => View },
): Promise<Effect[]> {
  const asked = await enterStep(turn, flow, state);
  return show(asked, view(asked.dialog.version));
}

export function isOfFlow(turn: StaffTurn, flow: string): turn is DialogTurn {
  return turn.dialog?.flow === flow;
}
