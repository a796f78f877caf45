import type { Transaction } from '../ports/storage.ts';
import type { Member } from '../staff/member.ts';
import type { Ticket } from './ticket.ts';

/** The member who sees to a ticket; nobody when whoever claimed it is staff no more. */
export async function ownerOf(tx: Transaction, { claimedBy }: Pick<Ticket, 'claimedBy'>): Promise<Member | undefined> {
  const member = claimedBy === null ? undefined : await tx.staff.members.get(claimedBy);
  return member?.status === 'active' ? member : undefined;
}
