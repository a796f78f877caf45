import type { Effect } from '../../telegram/effects.ts';
import { plain, text } from '../../telegram/text/locale.ts';
import { leaveDialog } from '../dialog.ts';
import { show } from '../show.ts';
import { supportButton } from '../support/views.ts';
import type { Turn } from '../turn.ts';
import { resumeRow } from '../views/buttons.ts';
import { hotline } from '../../telegram/text/words.ts';
import { showHomeAfter } from './cancel.ts';
import { homeView } from './home-view.ts';
import { positionView } from './position.ts';

/** The first page. By its button, a request that is under way is left; by the command, it can be continued. */
export async function showHome(turn: Turn): Promise<Effect[]> {
  const leaves = turn.event.kind === 'tap' && turn.dialog?.flow === 'request';
  const here = leaves ? await leaveDialog(turn) : turn;
  return show(here, await homeView(here));
}

export async function resume(turn: Turn): Promise<Effect[]> {
  return show(turn, await positionView(turn));
}

export async function help(turn: Turn): Promise<Effect[]> {
  const { account, deps, dialog } = turn;
  const html = text(account.language, 'help', hotline(account.language, deps.policy));
  const inline = [[supportButton(account.language)], resumeRow(account.language, dialog !== undefined)];
  return show(turn, { html, inline });
}

/** A button whose step is over, or that never was one of ours: says so and shows where the person is. */
export async function staleButton(turn: Turn): Promise<Effect[]> {
  const { account, event, dialog } = turn;
  const words = plain(account.language, dialog ? 'stale-button' : 'stale-button-home');
  const view = await positionView(turn);
  if (event.kind !== 'tap' || event.messageId === null) return show(turn, view, words);
  // The message that shows the step now was tapped twice: it only has to show the step.
  if (!dialog || dialog.data['shownIn'] === event.messageId) return show(turn, view, dialog ? undefined : words);
  const answer: Effect = { kind: 'answer', callbackId: event.callbackId, text: words };
  return [answer, { kind: 'strip', messageId: event.messageId }, { kind: 'send', view }];
}

/** What was begun has expired: nothing is lost but the choices, and the way to begin again is there. */
export async function sayExpired(turn: Turn): Promise<Effect[]> {
  const words = text(turn.account.language, 'dialog-expired');
  return turn.expired ? showHomeAfter(turn, turn.expired, words) : show(turn, await homeView(turn));
}

/** A command is answered all the same; that what was begun has expired goes before, and takes its keyboard along. */
export function noteExpiry({ account, expired }: Turn): Effect[] {
  const told = expired !== undefined && expired.flow !== 'support';
  return told ? [{ kind: 'send', view: { html: text(account.language, 'dialog-expired'), reply: 'remove' } }] : [];
}
