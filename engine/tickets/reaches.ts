import type { Transaction } from '../ports/storage.ts';
import type { Ticket } from './ticket.ts';

/**
 * Whether what is said in a ticket still reaches the holder who asked: not when the holder has moved to another account,
 * or the account is somebody else's by now. Whoever asked without being linked is reached by their account alone.
 */
export async function reaches(
  tx: Transaction,
  { accountId, holderId }: Pick<Ticket, 'accountId' | 'holderId'>,
): Promise<boolean> {
  if (!(await tx.accounts.get(accountId))) return false;
  if (holderId === null) return true;
  const there = await tx.links.activeOfHolder(holderId);
  if (there) return there.accountId === accountId;
  return (await tx.links.activeOfAccount(accountId)) === undefined;
}
