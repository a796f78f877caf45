import type { Transaction } from '../ports/storage.ts';
import { contactPhone } from '../registry/phone.ts';
import type { Result } from '../result.ts';
import { type LinkAttempt, type LinkDeps, type Linked, linkAccount, type LinkRefusal } from './link-account.ts';

/**
 * Links by the phone number that the messenger vouches for. `phone` is that of the sender's own contact and no other;
 * that it is theirs is for the caller to see to.
 */
export async function linkByContact(
  tx: Transaction,
  deps: LinkDeps,
  { phone, ...attempt }: LinkAttempt & { phone: string },
): Promise<Result<Linked, LinkRefusal>> {
  const number = contactPhone(phone);
  return linkAccount(tx, deps, attempt, 'contact', async (holder) => number !== undefined && holder?.phone === number);
}
