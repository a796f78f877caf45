import type { Policy } from '../../../engine/policy/policy.ts';
import type { Language } from '../../../engine/ports/language.ts';
import type { Transaction } from '../../../engine/ports/storage.ts';
import { type Ticket, type TicketEntry, ticketName } from '../../../engine/tickets/ticket.ts';
import type { TicketNews } from '../../../engine/tickets/ticket-message.ts';
import type { View } from '../../telegram/effects.ts';
import { cut } from '../../telegram/text/cut.ts';
import { plain, text } from '../../telegram/text/locale.ts';
import { homeButton } from '../views/buttons.ts';
import { closeButtons, moreButton } from './views.ts';

/** Enough to recognise one's own question by. */
const QUOTED = 120;
/** Entries before an answer among which the question is. */
const BEFORE = 20;

/** What an account is told of its ticket. Who of the staff answered is not said. */
export async function ticketNewsView(
  tx: Transaction,
  policy: Policy,
  language: Language,
  message: TicketNews,
): Promise<View | undefined> {
  const ticket = await tx.tickets.get(message.ticketId);
  if (!ticket) return undefined;
  if (message.kind === 'ticket-closed') return closedView(language, policy, ticket);
  const answer = await tx.tickets.getEntry(message.entryId);
  return answer?.content.kind === 'text' ? answerView(tx, language, ticket, answer, answer.content.text) : undefined;
}

async function answerView(
  tx: Transaction,
  language: Language,
  ticket: Ticket,
  answer: TicketEntry,
  words: string,
): Promise<View> {
  const entries = await tx.tickets.entries(ticket.id, BEFORE);
  const question = entries.findLast(({ from, at }) => from === 'holder' && at <= answer.at);
  const facts = { ticket: ticketName(ticket), answer: words, question: question ? quoteOf(language, question) : '' };
  return {
    html: text(language, question ? 'support-answer' : 'support-answer-alone', facts),
    inline: [[moreButton(language, ticket), ...closeButtons(language, ticket)]],
  };
}

function quoteOf(language: Language, { content }: TicketEntry): string {
  const said = content.kind === 'event' ? '' : content.text.replaceAll(/\s+/g, ' ').trim();
  return said === '' ? plain(language, 'support-quoted-file') : cut(said, QUOTED);
}

function closedView(language: Language, { support }: Policy, ticket: Ticket): View {
  const facts = { ticket: ticketName(ticket), days: String(support.reopenDays) };
  const inline = [[moreButton(language, ticket)], [homeButton(language)]];
  return { html: text(language, 'support-closed-by-staff', facts), inline };
}
