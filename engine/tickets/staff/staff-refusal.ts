import type { Transaction } from '../../ports/storage.ts';
import type { Member } from '../../staff/member.ts';
import type { Instant } from '../../time/instant.ts';
import { ownerOf } from '../owner.ts';
import { reaches } from '../reaches.ts';
import type { Ticket } from '../ticket.ts';

/** A member of staff who does something with a ticket. */
export interface StaffDeed {
  now: Instant;
  member: Member;
  ticketId: string;
}

/** Why a member of staff can't do what they want with a ticket. */
export type TicketRefusal =
  | { kind: 'no-such-ticket' }
  | { kind: 'closed'; ticket: Ticket }
  | { kind: 'open-already'; ticket: Ticket }
  /** It can't be taken up again: its holder had everything erased. */
  | { kind: 'erased'; ticket: Ticket }
  | { kind: 'claimed-by-other'; ticket: Ticket; by: Member }
  /** It has changed hands since the button was shown; `by` has it now, if anybody. */
  | { kind: 'changed'; ticket: Ticket; by: Member | null }
  | { kind: 'no-such-member'; ticket: Ticket }
  /** The account no longer leads to the holder who asked. */
  | { kind: 'moved'; ticket: Ticket }
  | { kind: 'nothing-said'; ticket: Ticket }
  | { kind: 'too-long'; ticket: Ticket; characters: number; limit: number };

/** The first reason why a member may not work on an open ticket; undefined when it is theirs or nobody's. */
export async function whyNotTheirs(
  tx: Transaction,
  member: Member,
  ticket: Ticket,
): Promise<TicketRefusal | undefined> {
  if (ticket.status === 'closed') return { kind: 'closed', ticket };
  const by = await ownerOf(tx, ticket);
  return by && by.id !== member.id ? { kind: 'claimed-by-other', ticket, by } : undefined;
}

/** Why nothing can be said to the holder any more. */
export async function whyOutOfReach(tx: Transaction, ticket: Ticket): Promise<TicketRefusal | undefined> {
  return (await reaches(tx, ticket)) ? undefined : { kind: 'moved', ticket };
}
