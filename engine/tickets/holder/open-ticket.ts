import { newId } from '../../ids.ts';
import type { Policy } from '../../policy/policy.ts';
import type { Random } from '../../ports/random.ts';
import type { Transaction } from '../../ports/storage.ts';
import { done, refused, type Result } from '../../result.ts';
import type { Ticket } from '../ticket.ts';
import { addWriting } from './add-writing.ts';
import { judgeWriting, type SupportRefusal, type Writing } from './support-refusal.ts';

/** Makes a ticket of what somebody wrote to the staff. Open to accounts that are linked with nobody. */
export async function openTicket(
  tx: Transaction,
  { policy, random }: { policy: Policy; random: Random },
  writing: Writing,
): Promise<Result<Ticket, SupportRefusal>> {
  const { now, accountId } = writing;
  const refusal = (await judgeNumber(tx, policy, accountId)) ?? (await judgeWriting(tx, policy, writing));
  if (refusal) return refused(refusal);
  const link = await tx.links.activeOfAccount(accountId);
  const ticket = await tx.tickets.insert({
    id: newId(random),
    accountId,
    holderId: link?.holderId ?? null,
    status: 'open',
    claimedBy: null,
    version: 1,
    topic: null,
    topicTries: 0,
    openedAt: now,
    waitingSince: now,
    closedAt: null,
    closedBecause: null,
  });
  await addWriting(tx, ticket, writing);
  const facts = { ticket: ticket.number };
  await tx.journal.add({ at: now, kind: 'ticket-opened', accountId, holderId: ticket.holderId, facts });
  return done(ticket);
}

/** Whether an account may open one more. */
export async function judgeNumber(
  tx: Transaction,
  { support }: Pick<Policy, 'support'>,
  accountId: string,
): Promise<SupportRefusal | undefined> {
  const open = (await tx.tickets.ofAccount(accountId)).filter(({ status }) => status === 'open');
  const limit = support.openTickets;
  return open.length >= limit ? { kind: 'too-many-open', open, limit } : undefined;
}
