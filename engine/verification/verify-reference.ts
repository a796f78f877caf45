import type { Endorsement } from '../endorsement/endorsement.ts';
import type { Policy } from '../policy/policy.ts';
import type { Issued } from '../ports/stores/issued-store.ts';
import type { Transaction } from '../ports/storage.ts';
import type { VerificationStores } from '../ports/stores/verification-stores.ts';
import { HOUR_MS, type Instant, later } from '../time/instant.ts';
import { type EndorsedCopyView, type StandingVerdict, standingVerdict, type ValidityView } from './issued-verdict.ts';
import type { Reference } from './read-reference.ts';
import { endorsedStanding } from './standing-reason.ts';
import { viewEndorsed, viewValidity } from './view-copy.ts';
import type { VerifyDeps } from './verify-issued.ts';

export const NO_COPY_REASONS = ['unknown', 'mistyped', 'too-many-lookups'] as const;

/**
 * What a code or a number stands for. It says nothing about the page on which it was found: that the two agree is for
 * whoever looks at both. `mistyped` can't be a code at all, which is arithmetic and tells nothing.
 */
export type ReferenceVerdict =
  | CodeVerdict
  | StandingVerdict<ValidityView & { kind: 'number' }>
  | { status: 'indeterminate'; reason: 'mistyped' | 'too-many-lookups'; copy: null };

/** What a code stands for. */
export type CodeVerdict = StandingVerdict<EndorsedCopyView> | typeof UNKNOWN;

const UNKNOWN = { status: 'failed', reason: 'unknown', copy: null } as const;

export interface ReferenceDeps extends VerifyDeps {
  policy: Pick<Policy, 'scenarios' | 'verification'>;
}

const UNKNOWN_LOOKUP = 'lookup-unknown';

/**
 * The standing of what a code or number names. A code, of 85 random bits, shows what its page does. A number can be
 * guessed: it shows its standing and days only, and an account that asked for `unknownPerHour` unknown ones within an
 * hour is answered nothing for a while, not even what there is.
 */
export async function verifyReference(
  tx: Transaction,
  deps: ReferenceDeps,
  { now, accountId, reference }: { now: Instant; accountId: string; reference: Reference },
): Promise<ReferenceVerdict> {
  if (reference.kind === 'mistyped') return { status: 'indeterminate', reason: 'mistyped', copy: null };
  const unknown = await tx.journal.countOfAccount(accountId, UNKNOWN_LOOKUP, later(now, -HOUR_MS));
  if (unknown >= deps.policy.verification.unknownPerHour) {
    return { status: 'indeterminate', reason: 'too-many-lookups', copy: null };
  }
  const found = await lookUp(tx, deps, now, reference);
  if (found) return found;
  await tx.journal.add({ at: now, kind: UNKNOWN_LOOKUP, accountId, holderId: null, facts: { by: reference.kind } });
  return UNKNOWN;
}

/** The standing of what a code names, for a door that has no accounts and limits guessing in another way. */
export async function verifyCode(
  tx: VerificationStores,
  deps: VerifyDeps,
  { now, code }: { now: Instant; code: string },
): Promise<CodeVerdict> {
  const found = await tx.issued.byCode(code);
  const reason = found && standingOn(deps, now, found);
  return reason ? standingVerdict(reason, viewEndorsed(deps, found)) : UNKNOWN;
}

async function lookUp(
  tx: VerificationStores,
  deps: VerifyDeps,
  now: Instant,
  reference: Exclude<Reference, { kind: 'mistyped' }>,
): Promise<ReferenceVerdict | undefined> {
  if (reference.kind === 'code') {
    const verdict = await verifyCode(tx, deps, { now, code: reference.code });
    return verdict.reason === 'unknown' ? undefined : verdict;
  }
  const found = await tx.issued.byNumber(reference.number);
  const reason = found && standingOn(deps, now, found);
  return reason && standingVerdict(reason, { kind: 'number', ...viewValidity(found.copy) });
}

function standingOn({ zone }: VerifyDeps, now: Instant, { certificate, copy }: Issued<Endorsement>) {
  return endorsedStanding(copy, certificate, zone.dateOf(now));
}
