import type { Language } from '../../../../engine/ports/language.ts';
import { never } from '../../../../engine/result.ts';
import type { TicketRefusal } from '../../../../engine/tickets/staff/staff-refusal.ts';
import { ticketName } from '../../../../engine/tickets/ticket.ts';
import { plain } from '../../../telegram/text/locale.ts';

/** Why something was not done, short enough for the answer to a tap. */
export function refusalWords(language: Language, refusal: TicketRefusal): string {
  switch (refusal.kind) {
    case 'no-such-ticket':
      return plain(language, 'staff-ticket-none');
    case 'closed':
    case 'open-already':
    case 'erased':
    case 'moved':
    case 'nothing-said':
    case 'no-such-member':
      return plain(language, `staff-ticket-refused-${refusal.kind}`, { ticket: ticketName(refusal.ticket) });
    case 'claimed-by-other':
      return plain(language, 'staff-ticket-refused-claimed', {
        ticket: ticketName(refusal.ticket),
        by: refusal.by.name,
      });
    case 'changed':
      return refusal.by
        ? plain(language, 'staff-ticket-refused-claimed', { ticket: ticketName(refusal.ticket), by: refusal.by.name })
        : plain(language, 'staff-ticket-refused-changed', { ticket: ticketName(refusal.ticket) });
    case 'too-long': {
      const { characters, limit } = refusal;
      return plain(language, 'staff-ticket-refused-too-long', { characters: String(characters), limit: String(limit) });
    }
    default:
      return never(refusal);
  }
}
