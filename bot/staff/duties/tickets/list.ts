import { ownerOf } from '../../../../engine/tickets/owner.ts';
import { type Ticket, ticketName } from '../../../../engine/tickets/ticket.ts';
import { button } from '../../../telegram/buttons/button.ts';
import { type CallbackData, packCallback } from '../../../telegram/buttons/callback-data.ts';
import type { Effect, InlineButton, View } from '../../../telegram/effects.ts';
import { plain, text } from '../../../telegram/text/locale.ts';
import { pageButtons, pageNumber, pageOf } from '../../../telegram/buttons/paging.ts';
import { show, toast } from '../../show.ts';
import type { StaffTurn } from '../../turn.ts';
import { ageWords } from '../../views/age.ts';
import { aboutTicket } from './answer.ts';
import { languageHere } from './find-ticket.ts';
import { sendCardHere } from './telling/send-card.ts';

const PAGE_SIZE = 8;

/** The open tickets, the oldest first. */
export async function listTickets(turn: StaffTurn, wanted: string | undefined): Promise<Effect[]> {
  const total = await turn.tx.tickets.countOpen();
  turn.note({ facts: { open: total } });
  return show(turn, await listView(turn, total, pageNumber(wanted)));
}

/** Sends a ticket to where it was asked for, as a message that can be replied to. */
export async function openTicketCard(turn: StaffTurn, { args: [id = ''] }: CallbackData): Promise<Effect[]> {
  const { tx, member } = turn;
  const ticket = await tx.tickets.get(id);
  if (!ticket) {
    turn.note({ refusal: 'no-such-ticket' });
    return toast(turn, plain(member.language, 'staff-ticket-none'));
  }
  turn.note(aboutTicket(ticket));
  await sendCardHere(turn, ticket);
  return toast(turn, plain(member.language, 'staff-ticket-below'));
}

async function listView(turn: StaffTurn, total: number, wanted: number): Promise<View> {
  const language = await languageHere(turn);
  if (total === 0) return { html: text(language, 'staff-ticket-no-open') };
  const page = pageOf(total, PAGE_SIZE, wanted);
  const rows: InlineButton[][] = [];
  for (const ticket of await turn.tx.tickets.open(page)) {
    rows.push([button(await lineOf(turn, ticket), 'ticket:show', { args: [ticket.id] })]);
  }
  const turning = pageButtons(page, (to) => packCallback({ feature: 'ticket', action: 'list', args: [`${to}`] }));
  return { html: text(language, 'staff-ticket-open', { total: String(total) }), inline: [...rows, turning] };
}

async function lineOf(turn: StaffTurn, ticket: Ticket): Promise<string> {
  const { tx, now } = turn;
  const language = await languageHere(turn);
  const owner = await ownerOf(tx, ticket);
  return plain(language, 'staff-ticket-line', {
    ticket: ticketName(ticket),
    age: ageWords(language, ticket.waitingSince ?? ticket.openedAt, now),
    standing: ticket.waitingSince === null ? 'answered' : 'waiting',
    owner: owner?.name ?? plain(language, 'staff-ticket-unclaimed'),
  });
}
