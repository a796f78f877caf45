import { newId } from '../ids.ts';
import type { Random } from '../ports/random.ts';
import type { Transaction } from '../ports/storage.ts';
import { done, refused, type Result } from '../result.ts';
import type { CivilDate } from '../time/civil-date.ts';
import type { Instant } from '../time/instant.ts';
import { effectivePolicy, withRule } from './effective-policy.ts';
import type { PolicyProblem } from './parse-policy.ts';
import type { PolicyChange, RuleValue } from './policy-change.ts';
import type { Policy } from './policy.ts';
import { findRule, ruleValue } from './rules.ts';

/**
 * `fixed`: it can't be changed while the service runs. `contradicts`: with this change the rules would not go together
 * on `day`, which is later than the change begins when another one follows. `no-change`: that is what holds then anyway.
 */
export type PolicyRefusal =
  | { kind: 'no-such-rule' }
  | { kind: 'fixed' }
  | { kind: 'past'; today: CivilDate }
  | { kind: 'no-change' }
  | { kind: 'contradicts'; day: CivilDate; problems: PolicyProblem[] };

export interface AskedChange {
  path: string;
  value: RuleValue;
  effectiveFrom: CivilDate;
}

/** Why a rule can't be changed like that; undefined when it can. */
export async function whyNotChange(
  tx: Transaction,
  configured: Policy,
  { path, value, effectiveFrom, today }: AskedChange & { today: CivilDate },
): Promise<PolicyRefusal | undefined> {
  const rule = findRule(path);
  if (!rule) return { kind: 'no-such-rule' };
  if (rule.kind === 'fixed') return { kind: 'fixed' };
  if (effectiveFrom < today) return { kind: 'past', today };
  const standing = await tx.policyChanges.standing();
  const before = ruleValue(effectivePolicy(configured, standing, effectiveFrom).policy, rule);
  if (JSON.stringify(before) === JSON.stringify(value)) return { kind: 'no-change' };
  return contradiction(configured, standing, { path, value, effectiveFrom });
}

/** Has a rule say something else from a day on. */
export async function changePolicy(
  tx: Transaction,
  { configured, random }: { configured: Policy; random: Random },
  asked: AskedChange & { now: Instant; today: CivilDate; by: string; reason: string },
): Promise<Result<PolicyChange, PolicyRefusal>> {
  const refusal = await whyNotChange(tx, configured, asked);
  if (refusal) return refused(refusal);
  const { path, value, effectiveFrom, by, reason, now } = asked;
  const change: PolicyChange = { id: newId(random), path, value, effectiveFrom, by, reason, at: now };
  await tx.policyChanges.add(change);
  return done(change);
}

export type TakeBackRefusal =
  | { kind: 'no-such-change' }
  /** It is in effect: another change has to follow it. */
  | { kind: 'begun'; change: PolicyChange }
  | { kind: 'contradicts'; day: CivilDate; problems: PolicyProblem[] };

/** Takes a change back that has not begun yet. */
export async function takeBackChange(
  tx: Transaction,
  configured: Policy,
  { now, today, by, id }: { now: Instant; today: CivilDate; by: string; id: string },
): Promise<Result<PolicyChange, TakeBackRefusal>> {
  const standing = await tx.policyChanges.standing();
  const change = standing.find((one) => one.id === id);
  if (!change) return refused({ kind: 'no-such-change' });
  if (change.effectiveFrom <= today) return refused({ kind: 'begun', change });
  const others = standing.filter((one) => one.id !== id);
  const refusal = firstProblem(configured, others, change.effectiveFrom);
  if (refusal) return refused(refusal);
  if (!(await tx.policyChanges.takeBack(id, by, now))) return refused({ kind: 'no-such-change' });
  return done(change);
}

interface Contradiction {
  kind: 'contradicts';
  day: CivilDate;
  problems: PolicyProblem[];
}

function contradiction(
  configured: Policy,
  standing: readonly PolicyChange[],
  asked: AskedChange,
): Contradiction | undefined {
  const before = standing.filter(({ effectiveFrom }) => effectiveFrom <= asked.effectiveFrom);
  const after = standing.filter(({ effectiveFrom }) => effectiveFrom > asked.effectiveFrom);
  return firstProblem(configured, [...before, asked, ...after], asked.effectiveFrom);
}

/** Lays changes over each other and finds the first, of those from `day` on, with which the rules don't go together. */
function firstProblem(configured: Policy, changes: readonly AskedChange[], day: CivilDate): Contradiction | undefined {
  let policy = configured;
  for (const { path, value, effectiveFrom } of changes) {
    const next = withRule(policy, path, value);
    if (next.problems.length === 0) policy = next.policy;
    else if (effectiveFrom >= day) return { kind: 'contradicts', day: effectiveFrom, problems: next.problems };
  }
  return undefined;
}
