import type { Endorsement } from '../endorsement/endorsement.ts';
import { enqueue, outboxKey } from '../outbox/enqueue.ts';
import type { Policy } from '../policy/policy.ts';
import type { Account } from '../ports/account.ts';
import type { VerificationDoor } from '../ports/stores/statistics-store.ts';
import type { Transaction } from '../ports/storage.ts';
import type { VerificationWay } from '../ports/stores/verification-notice-store.ts';
import type { Instant, Zone } from '../time/instant.ts';
import type { IssuedVerdict } from './issued-verdict.ts';
import { noticeToGather } from './notice-to-gather.ts';
import type { ReferenceVerdict } from './verify-reference.ts';

export interface RecordDeps {
  zone: Zone;
  policy: Pick<Policy, 'reminder' | 'verification'>;
}

/** That a copy was verified. Of whoever did it nothing is kept but by which door. */
export interface VerificationRecord {
  at: Instant;
  door: VerificationDoor;
  way: VerificationWay;
  result: IssuedVerdict['reason'] | ReferenceVerdict['reason'];
  /** Of the endorsement; null for plain copies and for what isn't, or isn't known as, one of ours. */
  number: string | null;
  /** Several that are alike, `at` the time of the last. */
  times?: number;
  /** The account that asked, to tell holders who look at their own copies from others; not kept. */
  askedBy?: string;
}

/**
 * Counts a verification, and has the holder told of it, unless it was they who asked or they don't want to know. `now`
 * can be later than the verification, which mustn't wait for being counted.
 */
export async function recordVerification(
  tx: Transaction,
  deps: RecordDeps,
  now: Instant,
  verification: VerificationRecord,
): Promise<void> {
  const { at, door, number, result, times = 1 } = verification;
  const endorsement = number === null ? undefined : await tx.endorsements.findByNumber(number);
  const endorsementId = endorsement?.id ?? null;
  await tx.statistics.addVerification(deps.zone.dateOf(at), { door, result, endorsementId }, times);
  if (!endorsement || deps.policy.verification.noticesPerDay === 0) return;
  const account = await accountToTell(tx, endorsement);
  if (account && account.id !== verification.askedBy) await tell(tx, deps, now, account, endorsement, verification);
}

async function accountToTell(tx: Transaction, { holderId }: Endorsement): Promise<Account | undefined> {
  const link = await tx.links.activeOfHolder(holderId);
  const account = link && (await tx.accounts.get(link.accountId));
  return account && !account.verificationsMuted && account.blockedAt === null ? account : undefined;
}

async function tell(
  tx: Transaction,
  deps: RecordDeps,
  now: Instant,
  { id: accountId }: Account,
  { id: endorsementId }: Endorsement,
  { at: lastAt, times: count = 1, way }: VerificationRecord,
): Promise<void> {
  const latest = await tx.verificationNotices.latest(accountId);
  const notice = noticeToGather(deps, now, accountId, latest);
  await tx.verificationNotices.gather(notice, { endorsementId, way, count, lastAt });
  // Queued with the first that it gathered.
  if (notice === latest) return;
  const { day, sequence, from: notBefore } = notice;
  const key = outboxKey.verified(accountId, day, sequence);
  await enqueue(tx, now, { key, accountId, message: { kind: 'verified', day, sequence }, notBefore });
}
