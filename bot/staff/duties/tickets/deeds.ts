import { claimTicket, handOver } from '../../../../engine/tickets/staff/claim-ticket.ts';
import { closeByStaff, reopenByStaff } from '../../../../engine/tickets/staff/close-ticket.ts';
import type { TicketRefusal } from '../../../../engine/tickets/staff/staff-refusal.ts';
import { type Ticket, type TicketEntry, ticketName } from '../../../../engine/tickets/ticket.ts';
import { showTicketTo } from '../../../../engine/tickets/staff/tell-staff.ts';
import { done, type Result } from '../../../../engine/result.ts';
import { may } from '../../../../engine/staff/permissions.ts';
import { button } from '../../../telegram/buttons/button.ts';
import type { CallbackData } from '../../../telegram/buttons/callback-data.ts';
import type { Effect } from '../../../telegram/effects.ts';
import { escapeHtml, plain, text } from '../../../telegram/text/locale.ts';
import type { StaffTurn } from '../../turn.ts';
import { show, toast } from '../../show.ts';
import { showCard } from '../find/search.ts';
import { aboutTicket } from './answer.ts';
import { languageHere, shownHere, ticketOfMessage, ticketOfTopic } from './find-ticket.ts';
import { sendCardHere } from './telling/send-card.ts';
import { postView } from './telling/post-view.ts';
import { refusalWords } from './refusal-words.ts';
import { topicEffects } from './telling/topic-effects.ts';

/** A ticket and the entry that the tapped message shows. */
export interface Tapped {
  ticket: Ticket;
  entry: TicketEntry;
}

type Deed = (turn: StaffTurn, tapped: Tapped, data: CallbackData) => Promise<Effect[]>;

/** Finds what a button is about; what it names may be made up, and then there is no such ticket. */
export function onTicket(deed: Deed): (turn: StaffTurn, data: CallbackData) => Promise<Effect[]> {
  return async (turn, data) => {
    const entry = await turn.tx.tickets.getEntry(data.args[0] ?? '');
    const ticket = entry && (await turn.tx.tickets.get(entry.ticketId));
    if (!entry || !ticket) {
      turn.note({ refusal: 'no-such-ticket' });
      return toast(turn, refusalWords(turn.member.language, { kind: 'no-such-ticket' }));
    }
    turn.note(aboutTicket(ticket));
    return deed(turn, { ticket, entry }, data);
  };
}

export const claim: Deed = async (turn, tapped) => {
  const { tx, now, member } = turn;
  const claimed = await claimTicket(tx, { now, member, ticketId: tapped.ticket.id });
  return showAfter(turn, tapped, claimed, plain(member.language, 'staff-ticket-now-yours'));
};

/** 由我接手. The version is the one at which the button was shown. */
export const take: Deed = async (turn, tapped, { args: [, version = ''] }) => {
  const { tx, now, member } = turn;
  const to = { now, member, ticketId: tapped.ticket.id, to: member.id, seen: Number(version) };
  const taken = await handOver(tx, to);
  return showAfter(turn, tapped, taken, plain(member.language, 'staff-ticket-now-yours'));
};

export const close: Deed = async (turn, tapped) => {
  const { tx, now, member } = turn;
  const closed = await closeByStaff(tx, { now, member, ticketId: tapped.ticket.id });
  return showAfter(turn, tapped, closed, plain(member.language, 'staff-ticket-now-closed'));
};

export const reopen: Deed = async (turn, tapped) => {
  const { tx, now, member } = turn;
  const open = await reopenByStaff(tx, { now, member, ticketId: tapped.ticket.id });
  return showAfter(turn, tapped, open, plain(member.language, 'staff-ticket-now-open'));
};

/** 转交: to whom. */
export const chooseReceiver: Deed = async (turn, { ticket, entry }) => {
  const { tx } = turn;
  const language = await languageHere(turn);
  const members = await tx.staff.members.list(['active']);
  const rows = members
    .filter(({ id, role }) => id !== ticket.claimedBy && may(role, 'tickets'))
    .map(({ id, name }) => [button(name, 'ticket:to', { args: [entry.id, id, `${ticket.version}`] })]);
  const view = await postView(await shownHere(turn), ticket, entry);
  const back = button(plain(language, 'button-back'), 'ticket:back', { args: [entry.id] });
  const html = `${view.html}\n\n${text(language, rows.length > 0 ? 'staff-ticket-to-whom' : 'staff-ticket-nobody')}`;
  return show(turn, { html, inline: [...rows, [back]] });
};

export const giveTo: Deed = async (turn, tapped, { args: [, to = '', version = ''] }) => {
  const { tx, now, member } = turn;
  const handed = await handOver(tx, { now, member, ticketId: tapped.ticket.id, to, seen: Number(version) });
  const receiver = await tx.staff.members.get(to);
  const words = plain(member.language, 'staff-ticket-handed', { name: receiver?.name ?? '' });
  if (handed.ok) turn.note({ facts: { to } });
  return showAfter(turn, tapped, handed, words);
};

export const showAgain: Deed = async (turn, tapped) => showAfter(turn, tapped, done(tapped.ticket));

/** The holder's card, in private only: below what was tapped, or sent there from the group. */
export const showHolder: Deed = async (turn, { ticket }) => {
  const { tx, now, place, member, event, updateId } = turn;
  if (ticket.holderId === null || event.kind !== 'tap') return toast(turn);
  if (place.kind === 'private') return showCard({ ...turn, event: { ...event, messageId: null } }, ticket.holderId);
  await showTicketTo(tx, now, ticket, { memberId: member.id, cause: `${updateId}` });
  return toast(turn, plain(member.language, 'staff-ticket-in-private'));
};

/** Shows how the ticket stands after a deed, or why it was not done. */
export async function showAfter(
  turn: StaffTurn,
  { ticket: before, entry }: Tapped,
  result: Result<Ticket, TicketRefusal>,
  words?: string,
): Promise<Effect[]> {
  const { tx, member, note } = turn;
  const ticket = result.ok ? result.value : ((await tx.tickets.get(before.id)) ?? before);
  if (!result.ok) note({ refusal: result.refusal.kind, about: ticketName(ticket) });
  const told = result.ok ? words : refusalWords(member.language, result.refusal);
  const changed = result.ok && ticket.version !== before.version ? await topicEffects(turn, ticket) : [];
  if (result.ok && told !== undefined && (await isAside(turn))) {
    await sendCardHere(turn, ticket);
    return [...show(turn, { html: escapeHtml(told) }, told), ...changed];
  }
  const view = await postView(await shownHere(turn), ticket, entry);
  return [...show(turn, view, told), ...changed];
}

/** Whether the tapped message is one that can't be replied to, because it only said what was not done. */
async function isAside(turn: StaffTurn): Promise<boolean> {
  const { event } = turn;
  if (event.kind !== 'tap' || event.messageId === null || (await ticketOfTopic(turn))) return false;
  return (await ticketOfMessage(turn, event.messageId)) === undefined;
}
