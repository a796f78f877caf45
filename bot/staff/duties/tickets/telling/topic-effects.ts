import type { Ticket } from '../../../../../engine/tickets/ticket.ts';
import type { Effect, TopicChange } from '../../../../telegram/effects.ts';
import type { Shown } from './post-view.ts';
import type { StaffTurn } from '../../../turn.ts';
import { languageHere } from '../find-ticket.ts';
import { topicName } from '../ticket-words.ts';

/** Has a ticket's topic say how the ticket stands now. */
export async function topicEffects(turn: StaffTurn, ticket: Ticket): Promise<Effect[]> {
  const { topic } = ticket;
  if (!topic) return [];
  const language = await languageHere(turn);
  const changes = await topicChanges({ tx: turn.tx, language }, ticket);
  return changes.map((change) => ({ kind: 'topic', ...topic, change }));
}

/** Closed tickets have closed topics, in which members who don't manage the group can't write. */
export async function topicChanges({ tx, language }: Omit<Shown, 'now'>, ticket: Ticket): Promise<TopicChange[]> {
  const name = await topicName(tx, language, ticket);
  return [{ kind: ticket.status === 'closed' ? 'close' : 'reopen' }, { kind: 'rename', name }];
}
