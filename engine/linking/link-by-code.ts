import { normalizeLinkCode } from '../ids.ts';
import type { Transaction } from '../ports/storage.ts';
import type { Result } from '../result.ts';
import { type LinkAttempt, type LinkDeps, type Linked, linkAccount, type LinkRefusal } from './link-account.ts';

/** Links by a one-time code that was made for the holder, and uses it up. */
export async function linkByCode(
  tx: Transaction,
  deps: LinkDeps,
  { code, ...attempt }: LinkAttempt & { code: string },
): Promise<Result<Linked, LinkRefusal>> {
  const typed = normalizeLinkCode(code) ?? '';
  const madeFor = await tx.linkCodes.holderOf(typed, attempt.now);
  const linked = await linkAccount(tx, deps, attempt, 'code', async (holder) => holder?.id === madeFor);
  if (linked.ok && !(await tx.linkCodes.use(typed, attempt.accountId, attempt.now))) {
    throw new Error('a link code was used up inside a transaction that had it');
  }
  return linked;
}
