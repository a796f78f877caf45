import type { Policy } from '../../policy/policy.ts';
import type { Transaction } from '../../ports/storage.ts';
import { done, refused, type Result } from '../../result.ts';
import { changeTicket } from '../change-ticket.ts';
import type { Ticket } from '../ticket.ts';
import { addWriting } from './add-writing.ts';
import { ticketInReach } from './own-tickets.ts';
import { judgeWriting, type SupportRefusal, type Writing } from './support-refusal.ts';

/** Adds what a holder writes to their ticket, and takes it up again if it was closed a few days ago. */
export async function writeToTicket(
  tx: Transaction,
  { policy }: { policy: Policy },
  writing: Writing & { ticketId: string },
): Promise<Result<Ticket, SupportRefusal>> {
  const { now, accountId } = writing;
  const found = await ticketInReach(tx, { policy }, writing);
  if (!found) return refused({ kind: 'no-such-ticket' });
  const refusal = await judgeWriting(tx, policy, writing);
  if (refusal) return refused(refusal);
  const ticket = found.status === 'open' ? found : await reopen(tx, found);
  const link = await tx.links.activeOfAccount(accountId);
  const holderId = link?.holderId ?? ticket.holderId;
  const waitingSince = ticket.waitingSince ?? now;
  await tx.tickets.note(ticket.id, { holderId, waitingSince });
  const written = { ...ticket, holderId, waitingSince };
  await addWriting(tx, written, writing);
  return done(written);
}

/** It stays with whoever saw to it before. */
function reopen(tx: Transaction, ticket: Ticket): Promise<Ticket> {
  return changeTicket(tx, ticket, { status: 'open', closedAt: null, closedBecause: null });
}
