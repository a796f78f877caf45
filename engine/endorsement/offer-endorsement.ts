import type { Policy, Scenario } from '../policy/policy.ts';
import type { Transaction } from '../ports/storage.ts';
import type { Catalogue } from '../registry/catalogue.ts';
import { type CertificateView, type EndorsableRefusal, viewEndorsable } from '../registry/list-certificates.ts';
import { done, refused, type Result } from '../result.ts';
import { noteRefusal } from '../statistics/note-refusal.ts';
import { addDays, type CivilDate } from '../time/civil-date.ts';
import type { Instant, Zone } from '../time/instant.ts';
import { type QuotaState, quotaOf } from './quota.ts';
import { lastPossibleDay } from './validity.ts';

/** What a holder can choose from, before asking for an endorsement of one certificate. */
export interface Offer extends Omit<CertificateView, 'needsEndorsement'> {
  quota: QuotaState;
  scenarios: readonly Scenario[];
  choices: { days: number; lastDay: CivilDate; recommended: boolean }[];
  /** The first day of every choice. */
  firstDay: CivilDate;
  /** The latest last day that may be typed. */
  maxLastDay: CivilDate;
}

export interface QuotaUsedUp {
  kind: 'quota-used-up';
  limit: number;
  /** The day on which the next slot frees. */
  nextFreeOn: CivilDate;
}

interface OfferDeps {
  policy: Policy;
  zone: Zone;
  catalogue: Catalogue;
}

interface OfferAsk {
  now: Instant;
  holderId: string;
  certificateId: string;
}

export async function offerEndorsement(
  tx: Transaction,
  deps: OfferDeps,
  ask: OfferAsk,
): Promise<Result<Offer, EndorsableRefusal | QuotaUsedUp>> {
  const offered = await offer(tx, deps, ask);
  if (!offered.ok) {
    await noteRefusal(tx, deps.zone, { now: ask.now, of: 'request', reason: offered.refusal.kind });
  }
  return offered;
}

async function offer(
  tx: Transaction,
  { policy, zone, catalogue }: OfferDeps,
  { now, holderId, certificateId }: OfferAsk,
): Promise<Result<Offer, EndorsableRefusal | QuotaUsedUp>> {
  const endorsable = await viewEndorsable(tx, catalogue, { holderId, certificateId });
  if (!endorsable.ok) return endorsable;
  const today = zone.dateOf(now);
  const quota = await quotaOf(tx.endorsements, policy.quota, certificateId, today);
  const usedUp = refuseWhenUsedUp(quota);
  if (usedUp) return refused(usedUp);
  const { certificate, qualification, issuer } = endorsable.value;
  return done({
    certificate,
    qualification,
    issuer,
    quota,
    scenarios: policy.scenarios,
    choices: choicesOn(today, policy.validity),
    firstDay: today,
    maxLastDay: lastPossibleDay(today, policy.validity.maxDays),
  });
}

export function refuseWhenUsedUp(quota: QuotaState): QuotaUsedUp | undefined {
  if (!quota.nextFreeOn) return undefined;
  return { kind: 'quota-used-up', limit: quota.limit, nextFreeOn: quota.nextFreeOn };
}

function choicesOn(today: CivilDate, { choices, recommendedDays }: Policy['validity']): Offer['choices'] {
  return choices.map((days) => ({ days, lastDay: addDays(today, days - 1), recommended: days === recommendedDays }));
}
