import { newId } from '../ids.ts';
import { enqueue, outboxKey } from '../outbox/enqueue.ts';
import type { Policy } from '../policy/policy.ts';
import type { Random } from '../ports/random.ts';
import type { Transaction } from '../ports/storage.ts';
import type { DocumentType, Holder } from '../registry/holder.ts';
import { normalizeDocumentNumber, sameName } from '../registry/normalize.ts';
import { done, refused, type Result } from '../result.ts';
import type { Instant } from '../time/instant.ts';
import { lockOf, NO_FAILURES } from './failure-count.ts';
import type { Link, Proof } from './link.ts';
import { recordFailure } from './record-failure.ts';

/** Whom somebody says to be, as typed. Personal data. */
export interface Claim {
  documentType: DocumentType;
  documentNumber: string;
  name: string;
}

export interface LinkAttempt {
  now: Instant;
  accountId: string;
  claim: Claim;
}

export interface LinkDeps {
  policy: Policy;
  random: Random;
}

export interface Linked {
  link: Link;
  holder: Holder;
  /** The account that the holder was linked with until now; it is told. */
  movedFrom: string | null;
}

export type LinkRefusal =
  /** The same for an unknown number, a wrong name, a proof that fails and a holder who is locked. */
  | { kind: 'no-match'; attemptsLeft: number }
  /** Also the answer to the failure that locks. */
  | { kind: 'account-locked'; until: Instant }
  | { kind: 'already-linked' };

/** Stands in for a holder who doesn't exist, so that the same is read and written as for one who does. */
const NOBODY = { id: 'nobody', name: '—' };

/**
 * Links an account with the holder it claims to belong to, when the name fits and `proves` says so. What is looked up
 * and written down, and what is answered, doesn't tell which part of a claim was wrong.
 */
export async function linkAccount(
  tx: Transaction,
  deps: LinkDeps,
  { now, accountId, claim }: LinkAttempt,
  proof: Proof,
  proves: (holder: Holder | undefined) => Promise<boolean>,
): Promise<Result<Linked, LinkRefusal>> {
  const lockedUntil = lockOf(await tx.accounts.failures(accountId), now);
  if (lockedUntil !== null) return refused({ kind: 'account-locked', until: lockedUntil });
  if (await tx.links.activeOfAccount(accountId)) return refused({ kind: 'already-linked' });
  const number = normalizeDocumentNumber(claim.documentType, claim.documentNumber);
  const holder = await tx.holders.findByDocument(claim.documentType, number);
  const { id, name } = holder ?? NOBODY;
  const open = lockOf(await tx.holders.failures(id), now) === null;
  const named = sameName(name, claim.name);
  const proven = await proves(holder);
  if (holder && open && named && proven) return done(await connect(tx, deps.random, now, accountId, holder, proof));
  return refused(
    await recordFailure(tx, deps.policy.linking, { now, accountId, proof, holderId: id, known: !!holder }),
  );
}

async function connect(
  tx: Transaction,
  random: Random,
  now: Instant,
  accountId: string,
  holder: Holder,
  proof: Proof,
): Promise<Linked> {
  const holderId = holder.id;
  const old = await tx.links.activeOfHolder(holderId);
  if (old) await moveAway(tx, now, old);
  const link: Link = {
    id: newId(random),
    accountId,
    holderId,
    proof,
    linkedAt: now,
    endedAt: null,
    endedBecause: null,
  };
  await tx.links.insert(link);
  await tx.accounts.setFailures(accountId, NO_FAILURES);
  await tx.holders.setFailures(holderId, NO_FAILURES);
  await tx.journal.add({ at: now, kind: 'linked', accountId, holderId, facts: { linkId: link.id, proof } });
  return { link, holder, movedFrom: old?.accountId ?? null };
}

async function moveAway(tx: Transaction, now: Instant, { id, accountId, holderId }: Link): Promise<void> {
  await tx.links.end(id, 'moved', now);
  await enqueue(tx, now, { key: outboxKey.linkMoved(id), accountId, message: { kind: 'link-moved' } });
  await tx.journal.add({ at: now, kind: 'unlinked', accountId, holderId, facts: { linkId: id, because: 'moved' } });
}
