import type { Language } from '../../../../engine/ports/language.ts';
import type { Transaction } from '../../../../engine/ports/storage.ts';
import { maskName } from '../../../../engine/registry/mask.ts';
import { never } from '../../../../engine/result.ts';
import { ownerOf } from '../../../../engine/tickets/owner.ts';
import { reaches } from '../../../../engine/tickets/reaches.ts';
import { type Ticket, type TicketEntry, ticketName } from '../../../../engine/tickets/ticket.ts';
import { cut } from '../../../telegram/text/cut.ts';
import { plain } from '../../../telegram/text/locale.ts';

/** How a ticket stands, in a few words. */
export async function standingWords(tx: Transaction, language: Language, ticket: Ticket): Promise<string> {
  if (ticket.status === 'closed') return plain(language, 'staff-ticket-closed');
  const owner = await ownerOf(tx, ticket);
  return owner
    ? plain(language, 'staff-ticket-claimed', { name: owner.name })
    : plain(language, 'staff-ticket-unclaimed');
}

/** Telegram's limit for the name of a topic. */
const TOPIC_NAME = 128;

/** What a ticket's topic is called: its number and how it stands. */
export async function topicName(tx: Transaction, language: Language, ticket: Ticket): Promise<string> {
  const name = `${ticketName(ticket)} · ${await standingWords(tx, language, ticket)}`;
  return cut(name, TOPIC_NAME);
}

/** Who asks, masked, and whether answers still reach them. */
export async function askerWords(tx: Transaction, language: Language, ticket: Ticket): Promise<string> {
  const account = await tx.accounts.get(ticket.accountId);
  if (!account) return plain(language, 'staff-ticket-asker-gone');
  if (!(await reaches(tx, ticket))) return plain(language, 'staff-ticket-asker-moved');
  const holder = ticket.holderId === null ? undefined : await tx.holders.get(ticket.holderId);
  const reads = plain(language, 'staff-ticket-reads', { language: account.language });
  if (!holder) return plain(language, 'staff-ticket-asker-unlinked', { reads });
  const linked = (await tx.links.activeOfAccount(account.id))?.holderId === holder.id;
  return plain(language, linked ? 'staff-ticket-asker' : 'staff-ticket-asker-was', {
    name: maskName(holder.name),
    reads,
  });
}

/** Who says something, in the staff's own view. */
export async function speakerWords(
  tx: Transaction,
  language: Language,
  { from, memberId }: TicketEntry,
): Promise<string> {
  if (from === 'holder') return plain(language, 'staff-ticket-from-holder');
  const member = memberId === null ? undefined : await tx.staff.members.get(memberId);
  return member?.name ?? plain(language, 'staff-ticket-from-holder');
}

/** What an entry says, as plain text. */
export async function saidWords(
  tx: Transaction,
  language: Language,
  { content, memberId }: TicketEntry,
): Promise<string> {
  switch (content.kind) {
    case 'text':
      return content.text;
    case 'note':
      return plain(language, 'staff-ticket-note', { text: content.text });
    case 'file': {
      const file = plain(language, content.file ? 'staff-ticket-file' : 'staff-ticket-file-gone');
      return content.text === '' ? file : `${file}\n${content.text}`;
    }
    case 'event': {
      const to = content.to === null ? undefined : await tx.staff.members.get(content.to);
      const event = content.event === 'handed-over' && content.to === memberId ? 'taken-over' : content.event;
      return plain(language, 'staff-ticket-event', { event, to: to?.name ?? '' });
    }
    default:
      return never(content);
  }
}
