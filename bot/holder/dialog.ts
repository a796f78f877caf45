import type { Dialog } from '../../engine/ports/stores/account-stores.ts';
import { HOUR_MS, later } from '../../engine/time/instant.ts';
import type { Turn } from './turn.ts';

export type FlowName = 'linking' | 'request' | 'support';

/** A dialog's state: a step and what was gathered so far, as plain data. */
export interface DialogState {
  step: string;
  [key: string]: unknown;
}

/** The dialog changed under a turn, though turns of one account come one after another. */
class DialogConflict extends Error {
  readonly code = 'dialog-conflict';

  constructor() {
    super('the dialog was changed by somebody else meanwhile');
    this.name = 'DialogConflict';
  }
}

/** Puts the person at a step, for as long as the policy says or so many minutes. The turn returned knows the new version. */
export async function enterStep<T extends Turn>(
  turn: T,
  flow: FlowName,
  state: DialogState,
  minutes?: number,
): Promise<T & { readonly dialog: Dialog }> {
  const { tx, account, event, deps } = turn;
  const expected = await tx.dialogs.version(account.id);
  const shownIn = event.kind === 'tap' ? event.messageId : null;
  const next = {
    flow,
    step: state.step,
    data: { ...state, shownIn },
    expiresAt: later(turn.now, minutes === undefined ? deps.policy.dialog.hours * HOUR_MS : minutes * 60_000),
  };
  if (!(await tx.dialogs.put(account.id, expected, next))) throw new DialogConflict();
  return { ...turn, dialog: { ...next, version: expected + 1 } };
}

/** Ends what the account is in the middle of, if anything. */
export async function leaveDialog<T extends Turn>(
  turn: T,
): Promise<Omit<T, 'dialog'> & { readonly dialog: undefined }> {
  const { tx, account, dialog } = turn;
  if (dialog && !(await tx.dialogs.clear(account.id, dialog.version))) throw new DialogConflict();
  return { ...turn, dialog: undefined };
}

/** The message that shows the step, when a tap brought the person there. */
export function shownIn(dialog: Dialog | undefined): number | null {
  const messageId = dialog?.data['shownIn'];
  return typeof messageId === 'number' ? messageId : null;
}
