import { newEndorsementNumber, newId, newVerificationCode } from '../ids.ts';
import type { Policy } from '../policy/policy.ts';
import type { Random } from '../ports/random.ts';
import type { Transaction } from '../ports/storage.ts';
import type { Catalogue } from '../registry/catalogue.ts';
import { type EndorsableRefusal, viewEndorsable } from '../registry/list-certificates.ts';
import { done, refused, type Result } from '../result.ts';
import { noteRefusal } from '../statistics/note-refusal.ts';
import type { CivilDate } from '../time/civil-date.ts';
import type { Instant, Zone } from '../time/instant.ts';
import type { Endorsement } from './endorsement.ts';
import { type QuotaUsedUp, refuseWhenUsedUp } from './offer-endorsement.ts';
import { promiseOf } from './promise.ts';
import { quotaOf } from './quota.ts';
import { type Validity, type ValidityChoice, type ValidityRefusal, validityOf } from './validity.ts';

export interface RequestDeps {
  policy: Policy;
  zone: Zone;
  catalogue: Catalogue;
  random: Random;
}

export interface EndorsementRequest {
  now: Instant;
  accountId: string;
  holderId: string;
  certificateId: string;
  /** Code of a scenario. */
  scenario: string;
  validity: ValidityChoice;
  /** Names the wish: the same key again is the same endorsement. */
  requestKey: string;
  /** The message that will say 证书生成中, when it exists already. */
  progressMessageId: number | null;
}

export interface Requested {
  endorsement: Endorsement;
  /** Whether this key had been used before, so that nothing new came of it. */
  repeated: boolean;
}

export type RequestRefusal = EndorsableRefusal | QuotaUsedUp | ValidityRefusal | { kind: 'unknown-scenario' };

/** Records an endorsement and the job that makes its copy. The first rule that is broken refuses it. */
export async function requestEndorsement(
  tx: Transaction,
  deps: RequestDeps,
  ask: EndorsementRequest,
): Promise<Result<Requested, RequestRefusal>> {
  const requested = await request(tx, deps, ask);
  if (!requested.ok) {
    await noteRefusal(tx, deps.zone, { now: ask.now, of: 'request', reason: requested.refusal.kind });
  }
  return requested;
}

async function request(
  tx: Transaction,
  deps: RequestDeps,
  ask: EndorsementRequest,
): Promise<Result<Requested, RequestRefusal>> {
  const known = await tx.endorsements.findByRequestKey(ask.requestKey);
  if (known) return repeat(known, ask);
  const endorsable = await viewEndorsable(tx, deps.catalogue, ask);
  if (!endorsable.ok) return endorsable;
  if (!deps.policy.scenarios.some((scenario) => scenario.code === ask.scenario)) {
    return refused({ kind: 'unknown-scenario' });
  }
  const today = deps.zone.dateOf(ask.now);
  const validity = validityOf(today, ask.validity, deps.policy.validity);
  if (!validity.ok) return validity;
  const usedUp = refuseWhenUsedUp(await quotaOf(tx.endorsements, deps.policy.quota, ask.certificateId, today));
  if (usedUp) return refused(usedUp);
  return record(tx, deps, ask, validity.value);
}

async function record(
  tx: Transaction,
  deps: RequestDeps,
  ask: EndorsementRequest,
  validity: Validity,
): Promise<Result<Requested, RequestRefusal>> {
  const endorsement = await newEndorsement(tx, deps, ask, validity);
  const { id } = endorsement;
  if (!(await tx.endorsements.insert(endorsement, ask.requestKey))) {
    throw new Error('the request key was used by a transaction at the same time');
  }
  await tx.jobs.enqueue({ id: `generate:${id}`, kind: 'generate-copy', endorsementId: id }, ask.now);
  await tx.journal.add({
    at: ask.now,
    kind: 'endorsement-requested',
    accountId: ask.accountId,
    holderId: ask.holderId,
    facts: { endorsementId: id, scenario: ask.scenario, lastDay: endorsement.lastDay },
  });
  return done({ endorsement, repeated: false });
}

async function newEndorsement(
  tx: Transaction,
  { policy, random }: RequestDeps,
  ask: EndorsementRequest,
  { firstDay, lastDay, days }: Validity,
): Promise<Endorsement> {
  return {
    id: newId(random),
    number: await unusedNumber(tx, random, firstDay),
    verificationCode: newVerificationCode(random),
    certificateId: ask.certificateId,
    holderId: ask.holderId,
    accountId: ask.accountId,
    scenario: ask.scenario,
    days,
    askedOn: firstDay,
    lastDay,
    requestedAt: ask.now,
    promisedBy: promiseOf(policy, ask.now),
    status: 'requested',
    generatedAt: null,
    endedAt: null,
    endedBecause: null,
    sha256: null,
    progressMessageId: ask.progressMessageId,
    overdueToldAt: null,
  };
}

function repeat(known: Endorsement, ask: EndorsementRequest): Result<Requested, RequestRefusal> {
  if (known.holderId !== ask.holderId) return refused({ kind: 'not-yours' });
  return done({ endorsement: known, repeated: true });
}

/** A number has 30 random bits: among 10 000 of one day, a clash comes up once in twenty days. */
async function unusedNumber(tx: Transaction, random: Random, day: CivilDate): Promise<string> {
  for (;;) {
    const number = newEndorsementNumber(random, day);
    if (!(await tx.endorsements.findByNumber(number))) return number;
  }
}
