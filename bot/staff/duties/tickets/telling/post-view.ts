import type { Language } from '../../../../../engine/ports/language.ts';
import type { Transaction } from '../../../../../engine/ports/storage.ts';
import type { Instant } from '../../../../../engine/time/instant.ts';
import { ownerOf } from '../../../../../engine/tickets/owner.ts';
import { type Ticket, type TicketEntry, ticketName } from '../../../../../engine/tickets/ticket.ts';
import { button } from '../../../../telegram/buttons/button.ts';
import type { InlineButton, View } from '../../../../telegram/effects.ts';
import { cut } from '../../../../telegram/text/cut.ts';
import { plain, text } from '../../../../telegram/text/locale.ts';
import { ageWords } from '../../../views/age.ts';
import { askerWords, saidWords, speakerWords, standingWords } from '../ticket-words.ts';

/** What a card tells of a ticket that has gone on for long. */
const LAST_ENTRIES = 8;
const LINE = 300;

export interface Shown {
  tx: Transaction;
  language: Language;
  now: Instant;
  /** The member who reads it, when nobody else does. */
  reader?: string;
}

/** One thing that was said or happened, under the ticket's head, with what can be done. */
export async function postView(shown: Shown, ticket: Ticket, entry: TicketEntry): Promise<View> {
  const { tx, language } = shown;
  const head = await headHtml(shown, ticket);
  const said = text(language, 'staff-ticket-said', {
    who: await speakerWords(tx, language, entry),
    said: await saidWords(tx, language, entry),
  });
  return { html: `${head}\n\n${said}`, inline: await deedRows(shown, ticket, entry.id) };
}

/** All of a ticket so far, the last of it if it is long. */
export async function ticketCardView(shown: Shown, ticket: Ticket): Promise<View> {
  const { tx, language } = shown;
  const entries = await tx.tickets.entries(ticket.id, LAST_ENTRIES);
  const lines: string[] = [];
  for (const entry of entries) lines.push(await lineHtml(shown, entry));
  const html = [await headHtml(shown, ticket), ...lines, text(language, 'staff-ticket-how')].join('\n\n');
  const last = entries.at(-1);
  return { html, inline: last ? await deedRows(shown, ticket, last.id) : [] };
}

async function lineHtml({ tx, language }: Shown, entry: TicketEntry): Promise<string> {
  return text(language, 'staff-ticket-said', {
    who: await speakerWords(tx, language, entry),
    said: cut(await saidWords(tx, language, entry), LINE),
  });
}

async function headHtml({ tx, language, now }: Shown, ticket: Ticket): Promise<string> {
  const head = text(language, 'staff-ticket-head', {
    ticket: ticketName(ticket),
    standing: await standingWords(tx, language, ticket),
    asker: await askerWords(tx, language, ticket),
  });
  if (ticket.status === 'closed' || ticket.waitingSince === null || ticket.waitingSince === now) return head;
  return `${head}\n${text(language, 'staff-ticket-waiting', { age: ageWords(language, ticket.waitingSince, now) })}`;
}

/** What can be done with a ticket. `ref` is the entry that the message shows, so that it can be shown again. */
async function deedRows({ tx, language, reader }: Shown, ticket: Ticket, ref: string): Promise<InlineButton[][]> {
  const args = [ref];
  const card =
    ticket.holderId === null ? [] : [button(plain(language, 'staff-ticket-button-holder'), 'ticket:holder', { args })];
  if (ticket.status === 'closed') {
    const reopen = button(plain(language, 'staff-ticket-button-reopen'), 'ticket:reopen', { args });
    return [ticket.closedBecause === 'erased' ? [] : [reopen], card];
  }
  const owner = await ownerOf(tx, ticket);
  const take = button(plain(language, 'staff-ticket-button-take'), 'ticket:take', {
    args: [ref, `${ticket.version}`],
  });
  const claim = button(plain(language, 'staff-ticket-button-claim'), 'ticket:claim', { args, style: 'primary' });
  const first = owner ? [take].filter(() => owner.id !== reader) : [claim];
  return [
    [...first, button(plain(language, 'staff-ticket-button-hand'), 'ticket:hand', { args })],
    [
      button(plain(language, 'staff-ticket-button-canned'), 'ticket:canned', { args }),
      button(plain(language, 'staff-ticket-button-close'), 'ticket:close', { args }),
    ],
    card,
  ];
}
