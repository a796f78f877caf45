import type { Policy } from '../../../engine/policy/policy.ts';
import type { Language } from '../../../engine/ports/language.ts';
import type { SupportRefusal } from '../../../engine/tickets/holder/support-refusal.ts';
import { type Ticket, ticketName } from '../../../engine/tickets/ticket.ts';
import { never } from '../../../engine/result.ts';
import { button } from '../../telegram/buttons/button.ts';
import type { InlineButton, View } from '../../telegram/effects.ts';
import { plain, text } from '../../telegram/text/locale.ts';
import { hotline } from '../../telegram/text/words.ts';
import { cancelButton, homeButton } from '../views/buttons.ts';

/** How many tickets a question offers, newest first. */
const OFFERED = 3;

export function supportButton(language: Language): InlineButton {
  return button(plain(language, 'button-support'), 'support:show');
}

/** What is asked at the step at which a new ticket is written. */
export function writeView(language: Language, policy: Policy, version: number): View {
  return {
    html: text(language, 'support-write', hotline(language, policy)),
    inline: [[cancelButton(language, version)]],
  };
}

/** The tickets in which an account can still write. */
export function ticketsView(language: Language, policy: Policy, tickets: readonly Ticket[]): View {
  const open = tickets.filter(({ status }) => status === 'open');
  const lines = tickets.map((ticket) =>
    text(language, `support-ticket-${standing(ticket)}`, { ticket: ticketName(ticket) }),
  );
  const rows = tickets.map((ticket) => [moreButton(language, ticket), ...closeButtons(language, ticket)]);
  const anew = button(plain(language, 'button-support-new'), 'support:new');
  return {
    html: text(language, 'support-tickets', { tickets: lines.join('\n') }),
    inline: [...rows, open.length < policy.support.openTickets ? [anew] : [], [homeButton(language)]],
  };
}

function standing({ status, waitingSince }: Ticket): 'closed' | 'waiting' | 'answered' {
  if (status === 'closed') return 'closed';
  return waitingSince === null ? 'answered' : 'waiting';
}

export function moreButton(language: Language, ticket: Ticket): InlineButton {
  const label = plain(language, 'button-support-more', { ticket: ticketName(ticket) });
  return button(label, 'support:more', { args: [ticket.id], style: 'primary' });
}

export function closeButtons(language: Language, { id, status }: Ticket): InlineButton[] {
  return status === 'open' ? [button(plain(language, 'button-support-close'), 'support:close', { args: [id] })] : [];
}

/** What is said at the step at which everything goes to a ticket; `words` come first. */
export function moreView(language: Language, html: string): View {
  return { html, inline: [[button(plain(language, 'button-support-done'), 'support:done')]] };
}

/** Asks whether what was just said is meant for the staff. */
export function offerView(language: Language, tickets: readonly Ticket[], version: number): View {
  const rows = tickets.slice(0, OFFERED).map((ticket) => {
    const label = plain(language, 'button-support-send', { ticket: ticketName(ticket) });
    return [button(label, 'support:send', { args: [ticket.id], version, style: 'primary' })];
  });
  const keep = button(plain(language, 'button-support-keep'), 'support:keep', { version });
  return { html: text(language, 'support-offer'), inline: [...rows, [keep]] };
}

/** Why something did not reach the staff, and what to do. */
export function supportRefusalView(language: Language, policy: Policy, refusal: SupportRefusal): View {
  const home = [homeButton(language)];
  switch (refusal.kind) {
    case 'nothing-said':
      return { html: text(language, 'support-nothing-said'), inline: [home] };
    case 'too-long': {
      const { characters, limit } = refusal;
      const facts = { characters: String(characters), limit: String(limit) };
      return { html: text(language, 'support-too-long', facts), inline: [home] };
    }
    case 'file-too-large': {
      const limit = String(refusal.limitMegabytes);
      return { html: text(language, 'support-file-too-large', { limit }), inline: [home] };
    }
    case 'too-often':
      return { html: text(language, 'support-too-often', hotline(language, policy)), inline: [home] };
    case 'too-many-open': {
      const rows = refusal.open.map((ticket) => [moreButton(language, ticket), ...closeButtons(language, ticket)]);
      return { html: text(language, 'support-too-many', { limit: String(refusal.limit) }), inline: [...rows, home] };
    }
    case 'no-such-ticket':
      return { html: text(language, 'support-no-such-ticket'), inline: [[supportButton(language)], home] };
    default:
      return never(refusal);
  }
}
