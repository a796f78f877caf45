import type { Policy } from '../../policy/policy.ts';
import type { Transaction } from '../../ports/storage.ts';
import { DAY_MS, type Instant, later } from '../../time/instant.ts';
import { reaches } from '../reaches.ts';
import type { Ticket } from '../ticket.ts';

interface Whose {
  now: Instant;
  accountId: string;
}

/** The tickets of an account in which it can still write, newest first: open ones, and those closed a few days ago. */
export async function ticketsInReach(
  tx: Transaction,
  { policy }: { policy: Policy },
  { now, accountId }: Whose,
): Promise<Ticket[]> {
  const inReach: Ticket[] = [];
  for (const ticket of await tx.tickets.ofAccount(accountId)) {
    if (canGoOn(ticket, policy, now) && (await reaches(tx, ticket))) inReach.push(ticket);
  }
  return inReach;
}

/** A ticket of the account's own in which it can still write; undefined for any other. */
export async function ticketInReach(
  tx: Transaction,
  { policy }: { policy: Policy },
  { now, accountId, ticketId }: Whose & { ticketId: string },
): Promise<Ticket | undefined> {
  const ticket = await tx.tickets.get(ticketId);
  if (ticket?.accountId !== accountId || !canGoOn(ticket, policy, now)) return undefined;
  return (await reaches(tx, ticket)) ? ticket : undefined;
}

function canGoOn({ closedAt, closedBecause }: Ticket, { support }: Policy, now: Instant): boolean {
  if (closedAt === null) return true;
  return closedBecause !== 'erased' && later(closedAt, support.reopenDays * DAY_MS) > now;
}
