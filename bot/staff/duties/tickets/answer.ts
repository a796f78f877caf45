import { answerTicket, noteOnTicket } from '../../../../engine/tickets/staff/answer-ticket.ts';
import type { TicketRefusal } from '../../../../engine/tickets/staff/staff-refusal.ts';
import { type Ticket, ticketName } from '../../../../engine/tickets/ticket.ts';
import { button } from '../../../telegram/buttons/button.ts';
import type { Effect, InlineButton } from '../../../telegram/effects.ts';
import { plain, text } from '../../../telegram/text/locale.ts';
import type { Entry, Said } from '../../duty.ts';
import type { StaffTurn } from '../../turn.ts';
import { languageHere, ticketOfMessage, ticketOfTopic } from './find-ticket.ts';
import { refusalWords } from './refusal-words.ts';
import { topicEffects } from './telling/topic-effects.ts';

/** What begins with this stays among the staff. */
const INTERNAL = '//';
/** Entries among which what the holder said last is looked for. */
const RECENT = 20;

/** A reply to one of a ticket's messages answers its holder, in the group and in private. */
export async function hearReply(turn: StaffTurn, said: Said): Promise<Entry<Said> | undefined> {
  const inTopic = await ticketOfTopic(turn);
  if (inTopic || said.replyTo === null || said.kind === 'command') return undefined;
  const ticket = await ticketOfMessage(turn, said.replyTo);
  return ticket && entryFor(ticket);
}

/** Whatever is written in a ticket's topic answers its holder. */
export async function hearTopic(turn: StaffTurn, said: Said): Promise<Entry<Said> | undefined> {
  if (said.kind === 'command') return undefined;
  const ticket = await ticketOfTopic(turn);
  if (ticket) return entryFor(ticket);
  const { tx, place } = turn;
  const lost = place.threadId !== null && (await tx.tickets.lostTopicIn(place.chatId));
  return lost ? { needs: 'tickets', handle: sayOrphan } : undefined;
}

function entryFor(ticket: Ticket): Entry<Said> {
  return { needs: 'tickets', handle: (turn, said) => answer(turn, said, ticket) };
}

async function answer(turn: StaffTurn, said: Said, ticket: Ticket): Promise<Effect[]> {
  const { tx, now, member, place, note } = turn;
  const language = await languageHere(turn);
  note(aboutTicket(ticket));
  if (said.kind !== 'text') {
    note({ refusal: 'not-text' });
    return [below(said, { html: text(language, 'staff-ticket-text-only') })];
  }
  const internal = said.text.startsWith(INTERNAL);
  const words = internal ? said.text.slice(INTERNAL.length) : said.text;
  const what = { now, member, ticketId: ticket.id, text: words };
  const written = { ...what, said: { chatId: place.chatId, messageId: said.messageId } };
  const result = internal ? await noteOnTicket(tx, written) : await answerTicket(tx, written);
  if (!result.ok) return refuse(turn, said, result.refusal);
  const { entry } = result.value;
  note({ facts: { entry: entry.id, internal } });
  if (internal) return [below(said, { html: text(language, 'staff-ticket-noted', { ticket: ticketName(ticket) }) })];
  // What became of it is said once that is known.
  return result.value.ticket.claimedBy === ticket.claimedBy ? [] : topicEffects(turn, result.value.ticket);
}

/** Nothing went to the holder: says so, why, and offers the way. */
async function refuse(turn: StaffTurn, said: Said, refusal: TicketRefusal): Promise<Effect[]> {
  turn.note({ refusal: refusal.kind });
  const language = await languageHere(turn);
  const html = text(language, 'staff-ticket-not-sent', { because: refusalWords(language, refusal) });
  const way = await wayOut(turn, refusal);
  return [below(said, { html, inline: way ? [[way]] : [] })];
}

async function wayOut(turn: StaffTurn, refusal: TicketRefusal): Promise<InlineButton | undefined> {
  if (refusal.kind !== 'closed' && refusal.kind !== 'claimed-by-other') return undefined;
  const { ticket } = refusal;
  const language = await languageHere(turn);
  const entries = await turn.tx.tickets.entries(ticket.id, RECENT);
  const ref = (entries.findLast(({ from }) => from === 'holder') ?? entries.at(-1))?.id;
  if (ref === undefined || ticket.closedBecause === 'erased') return undefined;
  return refusal.kind === 'closed'
    ? button(plain(language, 'staff-ticket-button-reopen'), 'ticket:reopen', { args: [ref] })
    : button(plain(language, 'staff-ticket-button-take'), 'ticket:take', { args: [ref, `${ticket.version}`] });
}

/** A topic that was opened twice, because an answer of the messenger was lost: nobody reads what is written here. */
async function sayOrphan(turn: StaffTurn, said: Said): Promise<Effect[]> {
  turn.note({ refusal: 'no-such-ticket' });
  return [below(said, { html: text(await languageHere(turn), 'staff-ticket-orphan') })];
}

export function aboutTicket(ticket: Ticket) {
  return { about: ticketName(ticket), ...(ticket.holderId === null ? {} : { holderId: ticket.holderId }) };
}

function below({ messageId }: Said, view: { html: string; inline?: InlineButton[][] }): Effect {
  return { kind: 'send', view, replyTo: messageId };
}
