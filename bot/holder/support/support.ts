import { closeOwnTicket } from '../../../engine/tickets/holder/close-own-ticket.ts';
import { ticketInReach, ticketsInReach } from '../../../engine/tickets/holder/own-tickets.ts';
import { ticketName } from '../../../engine/tickets/ticket.ts';
import { judgeNumber } from '../../../engine/tickets/holder/open-ticket.ts';
import type { Dialog } from '../../../engine/ports/stores/account-stores.ts';
import type { CallbackData } from '../../telegram/buttons/callback-data.ts';
import type { Effect, View } from '../../telegram/effects.ts';
import { text } from '../../telegram/text/locale.ts';
import { enterStep, leaveDialog } from '../dialog.ts';
import { homeView } from '../home/home-view.ts';
import { show, withNote } from '../show.ts';
import type { Turn } from '../turn.ts';
import { homeButton } from '../views/buttons.ts';
import type { SupportState } from './state.ts';
import { moreButton, moreView, supportRefusalView, ticketsView, writeView } from './views.ts';

/** Long enough to look something up and write it down; what is typed long after may be meant otherwise. */
const MINUTES = 30;

/** 联系客服: the tickets there are, or at once the step at which one is written. Open to everybody. */
export async function showSupport(turn: Turn): Promise<Effect[]> {
  const { tx, deps, now, account } = turn;
  const tickets = await ticketsInReach(tx, deps, { now, accountId: account.id });
  if (tickets.length === 0) return beginWriting(turn);
  const left = await leaveDialog(turn);
  return [...withoutKeyboard(turn), ...show(left, ticketsView(account.language, deps.policy, tickets))];
}

/** What is said next becomes a ticket. */
export async function beginWriting(turn: Turn): Promise<Effect[]> {
  const { tx, deps, account } = turn;
  const { language } = account;
  const refusal = await judgeNumber(tx, deps.policy, account.id);
  if (refusal) return show(turn, supportRefusalView(language, deps.policy, refusal));
  const entered = await enterSupport(turn, { step: 'write' });
  return [...withoutKeyboard(turn), ...show(entered, writeView(language, deps.policy, entered.dialog.version))];
}

/** 继续说明: what is said next goes to this ticket. */
export async function goOn(turn: Turn, { args }: CallbackData): Promise<Effect[]> {
  const { tx, deps, now, account } = turn;
  const { language } = account;
  const ticket = await ticketInReach(tx, deps, { now, accountId: account.id, ticketId: args[0] ?? '' });
  if (!ticket) return show(turn, supportRefusalView(language, deps.policy, { kind: 'no-such-ticket' }));
  const entered = await enterSupport(turn, { step: 'more', ticketId: ticket.id });
  const view = moreView(language, text(language, 'support-go-on', { ticket: ticketName(ticket) }));
  // Under an answer of the staff the button stays, and so does the answer.
  return [...withoutKeyboard(turn), ...answerBelow(entered, view)];
}

/** 说完了. */
export async function finishWriting(turn: Turn): Promise<Effect[]> {
  const left = turn.dialog?.flow === 'support' ? await leaveDialog(turn) : turn;
  return show(left, withNote(await homeView(left), text(turn.account.language, 'support-finished')));
}

/** 问题已解决. */
export async function closeTicket(turn: Turn, { args }: CallbackData): Promise<Effect[]> {
  const { tx, deps, now, account } = turn;
  const { language } = account;
  const closed = await closeOwnTicket(tx, { now, accountId: account.id, ticketId: args[0] ?? '' });
  const ticket = closed.ok ? closed.value : closed.refusal.kind === 'already-closed' && closed.refusal.ticket;
  if (!ticket) return show(turn, supportRefusalView(language, deps.policy, { kind: 'no-such-ticket' }));
  const left = turn.dialog?.flow === 'support' ? await leaveDialog(turn) : turn;
  const facts = { ticket: ticketName(ticket), days: String(deps.policy.support.reopenDays) };
  const inline = [[moreButton(language, ticket)], [homeButton(language)]];
  return answerBelow(left, { html: text(language, 'support-closed', facts), inline });
}

/** Whoever goes elsewhere by a button or a command has said what they had to say; what they type then is not meant for the staff. */
export async function leaveSupport(turn: Turn, { feature, action }: CallbackData): Promise<Turn> {
  if (turn.dialog?.flow !== 'support' || feature === 'support' || (feature === 'home' && action === 'cancel'))
    return turn;
  return leaveDialog(turn);
}

/** Puts the person at a step of talking to the staff, for a while. */
export function enterSupport<T extends Turn>(turn: T, state: SupportState): Promise<T & { readonly dialog: Dialog }> {
  return enterStep(turn, 'support', state, MINUTES);
}

/** Answers a tap with a message of its own, so that what was tapped can still be read. */
function answerBelow(turn: Turn, view: View): Effect[] {
  const { event } = turn;
  if (event.kind !== 'tap' || event.messageId === null) return show(turn, view);
  return [
    { kind: 'answer', callbackId: event.callbackId },
    { kind: 'strip', messageId: event.messageId },
    { kind: 'send', view },
  ];
}

/** Whoever leaves the last step of linking by this still has its keyboard. */
function withoutKeyboard({ account, dialog }: Turn): Effect[] {
  if (dialog?.flow !== 'linking' || dialog.step !== 'proof') return [];
  return [{ kind: 'send', view: { html: text(account.language, 'support-linking-left'), reply: 'remove' } }];
}
