import { newId } from '../ids.ts';
import type { Bilingual } from '../ports/language.ts';
import type { Random } from '../ports/random.ts';
import type { Transaction } from '../ports/storage.ts';
import type { Catalogue } from '../registry/catalogue.ts';
import { done, refused, type Result } from '../result.ts';
import type { CivilDate } from '../time/civil-date.ts';
import { DAY_MS, type Instant, later, type Zone } from '../time/instant.ts';
import { type Audience, type Broadcast, BROADCAST_TEXT_LENGTH } from './broadcast.ts';

export type PlanRefusal =
  | { kind: 'empty-text' }
  | { kind: 'long-text'; most: number }
  | { kind: 'unknown-qualification' }
  | { kind: 'past-day'; before: CivilDate }
  | { kind: 'past-time' }
  | { kind: 'far-time'; mostDays: number }
  | { kind: 'nobody' };

/** Further ahead, whoever planned it has forgotten it. */
const MOST_DAYS_AHEAD = 90;

export interface Plan {
  now: Instant;
  memberId: string;
  audience: Audience;
  texts: Bilingual;
  /** Null for now. */
  startAt: Instant | null;
}

/** Plans a broadcast; sending it is the work of `feedBroadcasts`, from its time on. */
export async function planBroadcast(
  tx: Transaction,
  { random, zone, catalogue }: { random: Random; zone: Zone; catalogue: Catalogue },
  { now, memberId, audience, texts, startAt }: Plan,
): Promise<Result<Broadcast, PlanRefusal>> {
  const refusal =
    refuseText(texts['zh-CN']) ??
    refuseText(texts.en) ??
    refuseAudience(audience, catalogue, zone.dateOf(now)) ??
    refuseTime(startAt, now);
  if (refusal) return refused(refusal);
  const expected = await tx.broadcasts.countAccounts(audience, zone.dateOf(startAt ?? now));
  if (expected === 0) return refused({ kind: 'nobody' });
  const broadcast: Broadcast = {
    id: newId(random),
    audience,
    texts,
    createdBy: memberId,
    createdAt: now,
    startAt: startAt ?? now,
    status: 'scheduled',
    expected,
    cursor: null,
    changedBy: null,
    changedAt: null,
    endedAt: null,
    sent: 0,
    failed: 0,
  };
  await tx.broadcasts.insert(broadcast);
  return done(broadcast);
}

export function refuseText(text: string): PlanRefusal | undefined {
  if (text.trim() === '') return { kind: 'empty-text' };
  return Array.from(text).length > BROADCAST_TEXT_LENGTH
    ? { kind: 'long-text', most: BROADCAST_TEXT_LENGTH }
    : undefined;
}

export function refuseAudience(audience: Audience, catalogue: Catalogue, today: CivilDate): PlanRefusal | undefined {
  if (audience.kind === 'expiring' && audience.before <= today) return { kind: 'past-day', before: audience.before };
  if (audience.kind !== 'qualification') return undefined;
  const known = catalogue.qualifications.some(({ code }) => code === audience.code);
  return known ? undefined : { kind: 'unknown-qualification' };
}

export function refuseTime(startAt: Instant | null, now: Instant): PlanRefusal | undefined {
  if (startAt === null) return undefined;
  if (startAt < now) return { kind: 'past-time' };
  return startAt > later(now, MOST_DAYS_AHEAD * DAY_MS) ? { kind: 'far-time', mostDays: MOST_DAYS_AHEAD } : undefined;
}
